package dev.apiauth.policy.token;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64url without padding in its one canonical form (RFC 7515, section 2; RFC 4648, section 3.5).
 */
public final class StrictBase64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private StrictBase64Url() {}

  /**
   * Decodes {@code text}.
   *
   * @return empty if another text would mean the same bytes: foreign characters, padding, white
   *     space, or unused bits that are not zero (J2)
   */
  public static Optional<byte[]> decode(String text) {
    return lenient(text).filter(bytes -> ENCODER.encodeToString(bytes).equals(text));
  }

  private static Optional<byte[]> lenient(String text) {
    try {
      return Optional.of(DECODER.decode(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
