package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.product.account.OAuthConsumer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** OAuth 1.0a with impersonation, and the scheme JWT. */
class ApplicationLinksActAsTheUserTheyName {

  private final RunningProduct jira =
      ProductSimulator.jira()
          .withUser("alice")
          .withUser("bot")
          .withConsumer(OAuthConsumer.impersonating("confluence"))
          .withConsumer(
              new OAuthConsumer("bamboo", OAuthConsumer.Impersonation.REFUSED, Optional.of("bot")))
          .withJwtIssuer("mirror-1")
          .start();
  private final Asked asked = new Asked(jira);

  @AfterEach
  void stop() {
    jira.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "oauth1-calls.csv", numLinesToSkip = 1)
  void twoLeggedOAuth(
      String why, String consumer, String token, String query, int status, String expected) {
    var answer = asked.get("/rest/api/2/project?" + query, "Authorization", oauth(consumer, token));

    assertThat(answer.status()).as(why).isEqualTo(status);
    assertThat(answer.actedAs() + answer.header("WWW-Authenticate")).contains(expected);
  }

  @Test
  void parametersMayTravelInTheQuery() {
    var query =
        "oauth_consumer_key=confluence&oauth_token=&oauth_signature_method=RSA-SHA1"
            + "&oauth_signature=x&oauth_timestamp=1&oauth_nonce=1&xoauth_requestor_id=alice";

    assertThat(asked.get("/rest/api/2/myself?" + query).actedAs()).isEqualTo("alice");
  }

  @Test
  void aHalfSignedRequestIsNoOAuthRequest() {
    var answer =
        asked.get(
            "/rest/api/2/project?xoauth_requestor_id=alice",
            "Authorization",
            "OAuth oauth_token=\"\", oauth_consumer_key=\"confluence\"");

    assertThat(answer.actedAs()).isEqualTo("anonymous");
  }

  @Test
  void aJwtOfALinkedIssuerActsAsItsSubject() {
    var answer = asked.get("/rest/api/2/myself", "Authorization", "JWT " + jwt("mirror-1"));

    assertThat(answer.actedAs()).isEqualTo("alice");
    assertThat(asked.get("/rest/api/2/myself?jwt=" + jwt("mirror-1")).actedAs()).isEqualTo("alice");
  }

  @Test
  void aJwtOfAnybodyElseIsRefused() {
    var answer = asked.get("/rest/api/2/project", "Authorization", "JWT " + jwt("stranger"));

    assertThat(answer.status()).isEqualTo(401);
  }

  private static String oauth(String consumer, String token) {
    return "OAuth oauth_token=\"%s\", oauth_consumer_key=\"%s\", oauth_signature_method=\"RSA-SHA1\","
            .formatted(token == null ? "" : token, consumer)
        + " oauth_timestamp=\"1\", oauth_nonce=\"1\", oauth_version=\"1.0\","
        + " oauth_signature=\"c2ln\"";
  }

  private static String jwt(String issuer) {
    var claims = "{\"iss\":\"" + issuer + "\",\"sub\":\"alice\"}";
    var payload = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "eyJhbGciOiJIUzI1NiJ9." + payload + ".c2ln";
  }
}
