package dev.apiauth.testkit.playground.provider;

import com.nimbusds.jose.util.Base64URL;
import java.util.Optional;

/**
 * A token or a secret as a screen may show it.
 *
 * @param text the whole of it
 */
record Shortened(String text) {

  private static final int HEAD = 10;
  private static final int TAIL = 4;
  private static final int PARTS_OF_A_JWT = 3;

  /** How long it is, and its beginning and end where that is less than half of it. */
  String value() {
    return "%s (%d characters)".formatted(masked(), text.length());
  }

  private String masked() {
    return text.length() <= 2 * (HEAD + TAIL)
        ? "*".repeat(text.length())
        : text.substring(0, HEAD) + "..." + text.substring(text.length() - TAIL);
  }

  /** The payload of a JWT, as it is in it; empty for an opaque token. */
  Optional<String> payload() {
    String[] parts = text.split("\\.");
    return parts.length == PARTS_OF_A_JWT && text.startsWith("ey")
        ? Optional.of(new Base64URL(parts[1]).decodeToString())
        : Optional.empty();
  }
}
