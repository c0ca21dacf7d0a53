package dev.apiauth.testkit.idp.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.http.RawAnswer;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AStandInFailsAsToldTo {

  private static final String SELF = "GET https://discord.com/api/v10/oauth2/@me";

  private final StandInNetwork network = StandInNetwork.open();
  private final Caller caller = new Caller(network);
  private final ProviderStandIn discord = DiscordStandIn.startIn(network);

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void downRefusesConnectionsUntilHealed() {
    discord.fail(Fault.DOWN);

    assertThatThrownBy(this::ask)
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(ConnectException.class);

    discord.heal();
    assertThat(ask().status()).isEqualTo(200);
  }

  @Test
  void slowAnswersRightInTheEnd() {
    discord.fail(Fault.slow(Duration.ofMillis(300)));

    long start = System.nanoTime();
    assertThat(ask().status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void errorsHaveAStatusAndNoContent() {
    discord.fail(Fault.ERROR);
    assertThat(ask().status()).isEqualTo(500);

    discord.fail(Fault.TOO_MANY);
    assertThat(ask()).satisfies(answer -> assertThat(answer.status()).isEqualTo(429));
    assertThat(ask().body()).isEmpty();
  }

  @Test
  void garbageClaimsToBeJson() {
    discord.fail(Fault.GARBAGE);

    assertThat(ask().header("Content-Type")).contains("application/json");
    assertThat(ask().text()).startsWith("<html>");
  }

  @Test
  void aHugeAnswerIsOnlySentAsFarAsItIsRead() {
    discord.fail(Fault.HUGE);

    try (var connection = caller.connect("discord.com")) {
      connection.send(Caller.text("GET", URI.create("https://discord.com/"), Map.of(), ""));
      assertThat(connection.answerToHead().header("Content-Length")).contains("1073741824");
    }
    assertThat(discord.server().bytesSent()).isLessThan(1L << 26);
  }

  @Test
  void aRedirectLeadsElsewhere() {
    var elsewhere = URI.create("https://elsewhere.example/collect");
    discord.fail(Fault.redirectTo(elsewhere));

    assertThat(ask().status()).isEqualTo(302);
    assertThat(ask().header("Location")).contains(elsewhere.toString());
  }

  @Test
  void oneHostMayFailWhileTheOthersAnswer() {
    var entra = EntraStandIn.startIn(network, EntraVersion.V2);
    entra.server().fail("graph.microsoft.com", Fault.DOWN);

    var keys =
        "GET https://login.microsoftonline.com/%s/discovery/v2.0/keys"
            .formatted(EntraStandIn.TENANT);
    assertThat(caller.call(keys, Map.of(), "").status()).isEqualTo(200);
    assertThatThrownBy(() -> caller.connect("graph.microsoft.com"))
        .hasRootCauseInstanceOf(ConnectException.class);
  }

  @Test
  void whoFailsCountsAllTheSame() {
    discord.fail(Fault.ERROR);
    ask();

    assertThat(discord.seen().to("/api/v10/oauth2/@me")).isEqualTo(1);
  }

  private RawAnswer ask() {
    var token = discord.valid(Person.alice());
    return caller.call(SELF, Map.of("Authorization", "Bearer " + token), "");
  }
}
