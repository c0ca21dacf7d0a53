package dev.apiauth.policy.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept of an API token: its SHA-256. Enough to know the token again, and of no use to make
 * one, since a token has far more entropy than can be tried (K1).
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record ApiTokenHash(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * Of those digits.
   *
   * @throws IllegalArgumentException if they are no SHA-256
   */
  public ApiTokenHash {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not 64 hexadecimal digits in lower case");
    }
  }

  /** Reads what somebody wrote; empty if it is no SHA-256 in lower case. */
  public static Optional<ApiTokenHash> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ApiTokenHash(text)) : Optional.empty();
  }

  static ApiTokenHash of(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return new ApiTokenHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether both are of the same token. Takes the same time wherever they differ. */
  public boolean matches(ApiTokenHash other) {
    return MessageDigest.isEqual(bytes(), other.bytes());
  }

  private byte[] bytes() {
    return hex.getBytes(StandardCharsets.US_ASCII);
  }
}
