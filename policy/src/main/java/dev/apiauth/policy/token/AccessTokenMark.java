package dev.apiauth.policy.token;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What tells a provider's access tokens from its other tokens, ID tokens above all (A1, A9; RFC
 * 8725, sections 3.11 and 3.12).
 *
 * <p>Whatever the mark, a header whose {@code typ} names another kind of JWT ({@code logout+jwt},
 * {@code dpop+jwt}) is refused.
 */
public sealed interface AccessTokenMark {

  /** Whether the token carries the mark. */
  boolean holds(TokenHeader header, TokenClaims claims);

  /** {@code typ} is {@code at+jwt}, and all claims of RFC 9068, section 2.2, are there (A1, A7). */
  record TypedHeader() implements AccessTokenMark {

    private static final List<String> REQUIRED =
        List.of("iss", "exp", "sub", "client_id", "iat", "jti");

    @Override
    public boolean holds(TokenHeader header, TokenClaims claims) {
      return MediaType.of(header).equals(MediaType.ACCESS_TOKEN)
          && REQUIRED.stream().allMatch(claims::has);
    }
  }

  /**
   * The claims say it: Keycloak's {@code typ} is {@code Bearer}, Cognito's {@code token_use} is
   * {@code access}, only Okta's access tokens have {@code cid}.
   *
   * @param anyOf one of these holds for an access token, and none for any other token; at least one
   */
  record OneOf(List<ClaimTest> anyOf) implements AccessTokenMark {

    /** Keeps a copy. */
    public OneOf {
      anyOf = List.copyOf(anyOf);
    }

    /** A claim that is exactly this string. */
    public static OneOf saying(String claim, String value) {
      return new OneOf(List.of(new ClaimTest.Equals(ClaimPath.of(claim), value)));
    }

    @Override
    public boolean holds(TokenHeader header, TokenClaims claims) {
      return MediaType.isNoOther(header) && anyOf.stream().anyMatch(test -> test.holds(claims));
    }
  }

  /**
   * The provider marks nothing: refused is what carries a claim that only other tokens have. Weaker
   * than the other two; the audience has to carry the proof.
   */
  record NoForeignClaims() implements AccessTokenMark {

    /**
     * Of ID tokens (OpenID Connect Core, sections 2 and 3.3.2.11), and of logout and security event
     * tokens (RFC 8417).
     */
    private static final Set<String> FOREIGN =
        Set.of("nonce", "at_hash", "c_hash", "s_hash", "events");

    @Override
    public boolean holds(TokenHeader header, TokenClaims claims) {
      return MediaType.isNoOther(header) && FOREIGN.stream().noneMatch(claims::has);
    }
  }

  /**
   * The {@code typ} header as a media type (RFC 7515, section 4.1.9): without case, with or without
   * {@code application/}.
   */
  final class MediaType {

    private static final String ACCESS_TOKEN = "at+jwt";
    private static final String PREFIX = "application/";

    private MediaType() {}

    private static String of(TokenHeader header) {
      String type = header.type().orElse("").toLowerCase(Locale.ROOT);
      return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    private static boolean isNoOther(TokenHeader header) {
      String type = of(header);
      return !type.endsWith("+jwt") || type.equals(ACCESS_TOKEN);
    }
  }
}
