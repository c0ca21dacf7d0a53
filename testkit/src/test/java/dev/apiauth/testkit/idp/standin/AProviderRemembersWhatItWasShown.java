package dev.apiauth.testkit.idp.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AProviderRemembersWhatItWasShown {

  private static final String TOKEN = "gho_a+token/of=somebody";

  private final StandInNetwork network = StandInNetwork.open();
  private final Caller caller = new Caller(network);
  private final ProviderStandIn gitlab = GitLabStandIn.startIn(network);
  private final ProviderStandIn discord = DiscordStandIn.startIn(network);

  @AfterEach
  void stop() {
    network.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a header            | /oauth/token/info                         | Bearer gho_a+token/of=somebody |
          a query             | /x?t=gho_a%2Btoken%2Fof%3Dsomebody        |                                |
          a path              | /x/gho_a+token/of=somebody                |                                |
          a form              | /oauth/introspect                         |                                | token=gho_a%2Btoken%2Fof%3Dsomebody
          a body              | /nowhere                                  |                                | {"access_token":"gho_a+token/of=somebody"}
          a password of Basic | /oauth/introspect                         | Basic {basic}                  |
          """)
  void whereverItStood(String place, String path, String authorization, String body) {
    var basic = Base64.getEncoder().encodeToString(("git:" + TOKEN).getBytes(UTF_8));
    var headers =
        authorization == null
            ? Map.<String, String>of()
            : Map.of("Authorization", authorization.replace("{basic}", basic));

    caller.call("POST https://gitlab.com" + path, headers, body == null ? "" : body);

    assertThat(gitlab.seen().shown(TOKEN)).as(place).isTrue();
    assertThat(discord.seen().shown(TOKEN)).isFalse();
  }

  @Test
  void andCountsByPathAndHost() {
    caller.call("GET https://gitlab.com/oauth/userinfo?a=b", Map.of(), "");
    caller.call("GET https://gitlab.com/oauth/userinfo", Map.of(), "");

    assertThat(gitlab.seen().to("/oauth/userinfo")).isEqualTo(2);
    assertThat(gitlab.seen().toHost("gitlab.com")).isEqualTo(2);
    assertThat(gitlab.seen().calls()).first().extracting(Call::query).isEqualTo(Map.of("a", "b"));

    gitlab.seen().forget();
    assertThat(gitlab.seen().calls()).isEmpty();
    assertThat(discord.seen().calls()).isEmpty();
  }
}
