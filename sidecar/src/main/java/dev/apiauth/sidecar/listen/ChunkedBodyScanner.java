package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.UNFINISHED;

/**
 * Reads a chunked body to its end (RFC 9112, section 7.1; S10, S11); the data of a chunk is not
 * looked at.
 *
 * <p>A chunk size is one to eight hexadecimal digits and CRLF. Extensions are refused: nobody here
 * understands one, and parsers disagree on where they end. Trailers are read as strictly as
 * headers; whoever takes the message over drops them.
 */
final class ChunkedBodyScanner {

  private static final int MAX_DIGITS = 8;

  private enum Part {
    SIZE,
    SIZE_LINE_FEED,
    DATA,
    DATA_CARRIAGE_RETURN,
    DATA_LINE_FEED,
    TRAILERS
  }

  private final FieldSectionScanner trailers;
  private Part part = Part.SIZE;
  private int digits;
  private long remaining;

  ChunkedBodyScanner(FieldSectionScanner trailers) {
    this.trailers = trailers;
  }

  void reset() {
    part = Part.SIZE;
    digits = 0;
    remaining = 0;
    trailers.reset();
  }

  Progress scan(Octets octets) {
    Progress progress = UNFINISHED;
    while (progress == UNFINISHED && octets.remain()) {
      progress =
          switch (part) {
            case SIZE -> size(octets.next());
            case SIZE_LINE_FEED -> expect('\n', octets, remaining == 0 ? Part.TRAILERS : Part.DATA);
            case DATA -> data(octets);
            case DATA_CARRIAGE_RETURN -> expect('\r', octets, Part.DATA_LINE_FEED);
            case DATA_LINE_FEED -> expect('\n', octets, Part.SIZE);
            case TRAILERS -> trailers.scan(octets);
          };
    }
    return progress;
  }

  private Progress size(byte octet) {
    if (octet == '\r' && digits > 0) {
      digits = 0;
      part = Part.SIZE_LINE_FEED;
      return remaining > Integer.MAX_VALUE ? malformedChunk() : UNFINISHED;
    }
    int digit = octet < 0 ? -1 : Character.digit(octet, 16);
    if (digit < 0 || digits == MAX_DIGITS) {
      return malformedChunk();
    }
    remaining = (digits == 0 ? 0 : remaining << 4) | digit;
    digits++;
    return UNFINISHED;
  }

  private Progress data(Octets octets) {
    remaining -= octets.skip(remaining);
    if (remaining == 0) {
      part = Part.DATA_CARRIAGE_RETURN;
    }
    return UNFINISHED;
  }

  private Progress expect(char expected, Octets octets, Part next) {
    part = next;
    return octets.next() == expected ? UNFINISHED : malformedChunk();
  }

  private static Progress malformedChunk() {
    return Progress.malformed(
        "a chunk is not a size of up to eight digits, a line end and that much data");
  }
}
