package dev.apiauth.policy.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A claim with dots, colons or slashes in its name can be named, and so can one that stands deeper.
 */
class ClaimPathsAreFollowedAsDocumented {

  private final TokenClaims claims =
      TokenClaims.parse(
              """
              {
                "sub": "1",
                "cognito:groups": "cognito",
                "https://slack.com/user_id": "slack",
                "https://example.com/roles": "auth0",
                "realm_access": {"roles": "nested", "a.b": "dotted within"},
                "realm_access.level": "literal",
                "emails": ["first", "second"],
                "a/b": "slash",
                "m~n": "tilde",
                "": "nameless",
                "deep": [{"er": "indexed"}]
              }
              """
                  .getBytes(UTF_8))
          .orElseThrow();

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvFileSource(resources = "claim-paths.csv", numLinesToSkip = 1)
  void aPathLeadsTo(String path, String value) {
    assertThat(claims.string(ClaimPath.of(path)).orElse("nothing")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a~2", "/a~"})
  void whatIsNoPathIsRefused(String text) {
    assertThat(ClaimPath.parse(text)).isEmpty();
  }

  @Test
  void aPathIsBounded() {
    assertThat(ClaimPath.parse("a".repeat(256))).isPresent();
    assertThat(ClaimPath.parse("a".repeat(257))).isEmpty();
  }
}
