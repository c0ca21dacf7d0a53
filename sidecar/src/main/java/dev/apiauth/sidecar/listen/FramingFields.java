package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;
import static dev.apiauth.sidecar.listen.Progress.InOrder.UNFINISHED;

import org.jspecify.annotations.Nullable;

/**
 * The two fields that say where a body ends, read as they pass: one {@code Content-Length} of
 * digits or one {@code Transfer-Encoding: chunked}, never both (RFC 9112, section 6; S1 to S4).
 */
final class FramingFields {

  private final ContentLengthField contentLength = new ContentLengthField();
  private final TransferEncodingField transferEncoding = new TransferEncodingField();

  /** The field that the current name can still become, or null for one that frames nothing. */
  private @Nullable FramingField field;

  private int octetsOfName;

  void reset() {
    contentLength.reset();
    transferEncoding.reset();
    field = null;
    octetsOfName = 0;
  }

  /** A field name begins. */
  void beginName() {
    field = null;
    octetsOfName = 0;
  }

  /** Whether the name that is being read may still be that of a framing field. */
  boolean wantsName() {
    return field != null || octetsOfName == 0;
  }

  /** The next octet of a field name. */
  void name(byte octet) {
    if (octetsOfName == 0) {
      field = startingWith(octet);
    }
    if (field != null && !field.isNamed(octetsOfName, octet)) {
      field = null;
    }
    octetsOfName++;
  }

  private @Nullable FramingField startingWith(byte octet) {
    return switch (octet) {
      case 'C', 'c' -> contentLength;
      case 'T', 't' -> transferEncoding;
      default -> null;
    };
  }

  /** The colon after a name: refuses a framing field that is there twice. */
  Progress endOfName() {
    if (field != null && octetsOfName != field.lowerCaseName().length()) {
      field = null;
    }
    return field == null ? COMPLETE : field.begin();
  }

  /** Whether the octets of the current value are to be handed to {@link #value}. */
  boolean wantsValue() {
    return field != null;
  }

  /** The next octet of the current framing field's value. */
  Progress value(byte octet) {
    return field == null ? UNFINISHED : field.value(octet);
  }

  /** The end of a value. */
  Progress endOfValue() {
    Progress progress = field == null ? COMPLETE : field.end();
    field = null;
    return progress;
  }

  /** The end of a header section: refuses two framings at once. */
  Progress endOfSection(RequestLineScanner line) {
    if (!transferEncoding.isPresent()) {
      return COMPLETE;
    }
    if (contentLength.isPresent()) {
      return Progress.malformed("it has both Content-Length and Transfer-Encoding");
    }
    return line.isHttp10() ? Progress.malformed("HTTP/1.0 knows no Transfer-Encoding") : COMPLETE;
  }

  /** Whether the body comes in chunks. */
  boolean isChunked() {
    return transferEncoding.isPresent();
  }

  /** How many octets the body has where it does not come in chunks; 0 without a body. */
  long length() {
    return contentLength.octets();
  }
}
