package dev.apiauth.testkit.playground.provider;

import com.nimbusds.jose.util.Base64URL;
import java.util.Optional;

/**
 * A token or a secret as a screen may show it.
 *
 * @param text the whole of it
 */
record Shortened(String text) {

  private static final int SHOWN_WHOLE = 16;
  private static final int HEAD = 10;
  private static final int TAIL = 4;
  private static final int PARTS_OF_A_JWT = 3;

  /** Its beginning and end, and how long it is; less of it than half. */
  String value() {
    if (text.length() <= SHOWN_WHOLE) return "*".repeat(text.length());
    return "%s...%s (%d characters)"
        .formatted(text.substring(0, HEAD), text.substring(text.length() - TAIL), text.length());
  }

  /** The payload of a JWT, as it is in it; empty for an opaque token. */
  Optional<String> payload() {
    String[] parts = text.split("\\.");
    return parts.length == PARTS_OF_A_JWT && text.startsWith("ey")
        ? Optional.of(new Base64URL(parts[1]).decodeToString())
        : Optional.empty();
  }
}
