package dev.apiauth.policy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good for choosing the verifier; whatever is no compact JWT has no issuer. */
class TheIssuerIsReadWithoutTrust {

  private final PayloadIssuer issuer = new PayloadIssuer();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"iss\":\"a\"}`, a",
        "`{\"x\":{\"iss\":\"inner\"},\"iss\":\"outer\"}`, outer",
        "`{\"x\":[{\"iss\":\"inner\"}]}`,",
        "`{\"iss\":null}`,",
        "`{\"iss\":[\"a\"]}`,",
        "`[\"iss\",\"a\"]`,",
        "`{\"x\":1,\"x\":2,\"iss\":\"a\"}`,",
        "`{\"iss\"`,",
        "`nothing`,"
      })
  void fromThePayloadsTop(String payload, String expected) {
    assertThat(issuer.of(Tokens.jwt(payload)).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "a", "a.b", ".e30.x", "a.e30", "a.b.c.d", "a.b.c.d.e", "a.%.c"})
  void andFromNothingElse(String token) {
    assertThat(issuer.of(token)).isEmpty();
  }

  @Test
  void noDeeperOrLongerThanATokenIs() {
    String deep = "{\"x\":" + "[".repeat(40) + "]".repeat(40) + ",\"iss\":\"a\"}";
    String within = "{\"x\":\"" + "y".repeat(40_000) + "\",\"iss\":\"a\"}";
    String beyond = "{\"x\":\"" + "y".repeat(60_000) + "\",\"iss\":\"a\"}";

    assertThat(issuer.of(Tokens.jwt(deep))).isEmpty();
    assertThat(issuer.of(Tokens.jwt(within))).contains("a");
    assertThat(issuer.of(Tokens.jwt(beyond))).isEmpty();
  }
}
