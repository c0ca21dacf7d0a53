package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.token.AccessTokenMark;
import dev.apiauth.policy.token.AudienceProof;
import dev.apiauth.policy.token.TokenRules;
import java.time.Instant;
import java.util.Set;

/** The provider of these tests: what its tokens say, and what is demanded of them. */
final class Tokens {

  static final String ISSUER = "https://idp.example";
  static final Instant NOW = Instant.ofEpochSecond(1_795_521_600);
  static final Instant END = Instant.ofEpochSecond(1_795_521_900);

  private Tokens() {}

  static TokenRules rules() {
    return rulesFor("api://jira");
  }

  static TokenRules rulesFor(String audience) {
    return TokenRules.of(
        ISSUER, AudienceProof.byAudience(Set.of(audience)), new AccessTokenMark.NoForeignClaims());
  }

  static String payload(String subject) {
    return "{\"iss\":\"%s\",\"aud\":\"api://jira\",\"sub\":\"%s\",\"iat\":1795521500,\"exp\":1795521900}"
        .formatted(ISSUER, subject);
  }
}
