package dev.apiauth.bench.party;

import dev.apiauth.testkit.idp.SigningKey;
import dev.apiauth.testkit.idp.TokenForge;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * Alice: her token, who signed it, and her personal access token on file. All made for one run.
 *
 * @param token an RS256 access token (RFC 9068) that outlives the run
 * @param lateShiftToken another token of hers, whose group is not allowed
 * @param key signed both
 * @param onFile what the product would know her by
 */
public record Caller(String token, String lateShiftToken, SigningKey key, String onFile) {

  static final String ISSUER = "https://idp.example.com";
  static final String AUDIENCE = "jira";

  private static final String ALLOWED_GROUP = "jira-api-users";
  private static final String LATE_SHIFT = "late-shift";

  /** What is allowed while the late shift is allowed too. */
  static final List<String> BOTH_GROUPS = List.of(ALLOWED_GROUP, LATE_SHIFT);

  private static final int ON_FILE_BYTES = 33;

  /** With a new key. */
  public static Caller alice() {
    var key = SigningKey.of("RS256");
    return new Caller(token(key, ALLOWED_GROUP), token(key, LATE_SHIFT), key, random());
  }

  private static String token(SigningKey key, String group) {
    return new TokenForge(ISSUER, key)
        .accessToken()
        .audience(AUDIENCE)
        .claim("preferred_username", "alice")
        .claim("groups", List.of(group, "developers"))
        .claim("scope", "openid profile email")
        .expiresIn(Duration.ofHours(6))
        .sign();
  }

  /** The key set of her provider (RFC 7517, section 5). */
  String keySet() {
    return "{\"keys\":[%s]}".formatted(key.publicJwk().toJSONString());
  }

  /** The public key as PEM (RFC 7468, section 13). */
  String publicKeyPem() {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.keys().getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(base64);
  }

  private static String random() {
    byte[] bytes = new byte[ON_FILE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "alice";
  }
}
