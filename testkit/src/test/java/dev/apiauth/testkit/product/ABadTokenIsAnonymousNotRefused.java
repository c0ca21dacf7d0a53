package dev.apiauth.testkit.product;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.product.account.PersonalAccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Why a 200 proves nothing: a token that the product does not like it does not mention. */
class ABadTokenIsAnonymousNotRefused {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));
  private final InstantSource clock = now::get;
  private final RunningProduct jira =
      ProductSimulator.jira().withUser("Alice").withClock(clock).start();
  private final Asked asked = new Asked(jira);
  private final PersonalAccessToken token = jira.issueToken("alice", Duration.ofDays(90));

  @AfterEach
  void stop() {
    jira.close();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvFileSource(resources = "bearer-spellings.csv", numLinesToSkip = 1)
  void theSchemeCountsInOneSpellingOnly(String why, String authorization, String actedAs) {
    var header = authorization.replace("TOKEN", token.value());

    var answer = asked.get("/rest/api/2/project", "Authorization", header);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.actedAs()).as(why).isEqualTo(actedAs);
    assertThat(answer.json().isEmpty()).isEqualTo(actedAs.equals("anonymous"));
  }

  @Test
  void aRevokedTokenIsAnonymous() {
    jira.revokeToken(token);

    assertThat(actedAs()).isEqualTo("anonymous");
  }

  @Test
  void anExpiredTokenIsAnonymous() {
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(91)));

    assertThat(actedAs()).isEqualTo("anonymous");
  }

  @Test
  void theTokenOfARemovedAccountIsAnonymous() {
    jira.remove("ALICE");

    assertThat(actedAs()).isEqualTo("anonymous");
  }

  @Test
  void whatNeedsAPersonRefusesInJirasWords() {
    var answer = asked.get("/rest/api/2/myself", "Authorization", "Bearer nonsense");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("status-code").asInt()).isEqualTo(401);
    assertThat(answer.json().path("message").asText()).contains("must be authenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("OAuth realm=");
  }

  @Test
  void aTokenLooksLikeTheProducts() {
    var decoded = Base64.getDecoder().decode(token.value());

    assertThat(token.value()).hasSize(44);
    assertThat(new String(decoded, 0, 13, US_ASCII)).isEqualTo(token.id() + ":");
    assertThat(token.toString()).doesNotContain(token.value());
  }

  private String actedAs() {
    return asked.get("/rest/api/2/project", "Authorization", "Bearer " + token.value()).actedAs();
  }
}
