package dev.apiauth.policy.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoded octets of a path (RFC 3986, section 2.1). All of it expects well-formed ones. */
final class PercentEncoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** Whether the {@code %} at {@code index} is followed by two hexadecimal digits. */
  static boolean isEscape(String text, int index) {
    return index + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(index + 1))
        && HexFormat.isHexDigit(text.charAt(index + 2));
  }

  /** The octet that the escape at {@code index} stands for. */
  static int octet(String text, int index) {
    return HexFormat.fromHexDigits(text, index + 1, index + 3);
  }

  /** The text with every escape decoded once, as UTF-8; empty if it is not valid UTF-8. */
  static Optional<String> decode(String text) {
    try {
      var octets = ByteBuffer.wrap(octets(text));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /**
   * The one spelling of a segment (RFC 3986, section 6.2.2): escapes in upper case, none for
   * unreserved characters, one for each character that a path does not hold bare.
   *
   * <p>A reserved character stays as it is spelled: {@code +} and {@code %2B} are one path to
   * Tomcat and two page titles to Confluence.
   */
  static String normalize(String segment) {
    var normal = new StringBuilder(segment.length() + 8);
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      switch (PathCharacter.of(c)) {
        case ESCAPE -> {
          appendOctet(normal, octet(segment, i));
          i += 2;
        }
        case RELAXED -> appendEscape(normal, c);
        default -> normal.append(c);
      }
    }
    return normal.toString();
  }

  /** Whether an escape of the segment stands for an unreserved character. */
  static boolean escapesUnreserved(String segment) {
    for (int at = segment.indexOf('%'); at >= 0; at = segment.indexOf('%', at + 3)) {
      if (PathCharacter.isUnreserved(octet(segment, at))) {
        return true;
      }
    }
    return false;
  }

  private static byte[] octets(String text) {
    var octets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        octets.write(octet(text, i));
        i += 2;
      } else {
        octets.write(c);
      }
    }
    return octets.toByteArray();
  }

  private static void appendOctet(StringBuilder normal, int octet) {
    if (PathCharacter.isUnreserved(octet)) {
      normal.append((char) octet);
    } else {
      appendEscape(normal, octet);
    }
  }

  private static void appendEscape(StringBuilder normal, int octet) {
    normal.append('%').append(HEX.toHexDigits((byte) octet));
  }
}
