package dev.apiauth.testkit.product.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** User name and password of an {@code Authorization: Basic} header (RFC 7617). */
public record BasicCredentials(String username, String password) {

  private static final String SCHEME = "Basic";

  /** Whether the header is of the scheme {@code Basic}, in any letter case. */
  public static boolean isBasic(@Nullable String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** The credentials, unless the header is of another scheme or does not decode. */
  public static Optional<BasicCredentials> parse(@Nullable String authorization) {
    if (authorization == null || !isBasic(authorization)) {
      return Optional.empty();
    }
    return decode(authorization.substring(SCHEME.length()).strip());
  }

  private static Optional<BasicCredentials> decode(String encoded) {
    try {
      var pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
