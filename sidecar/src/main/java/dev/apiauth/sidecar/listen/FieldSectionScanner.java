package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;
import static dev.apiauth.sidecar.listen.Progress.InOrder.UNFINISHED;

import dev.apiauth.policy.outcome.Reason;

/**
 * Reads field lines up to and including the empty line: a header section, or the trailers of a
 * chunked body (RFC 9112, sections 5 and 7.1.2).
 *
 * <p>Every line is {@code field-name ":" field-value CRLF}. Refused are a bare CR or LF, NUL and
 * other controls (S5, S6), lines that continue the one before (obs-fold, S7), white space before
 * the colon and names that are no token (S8), too many octets or lines (S21).
 */
final class FieldSectionScanner {

  private enum Part {
    LINE,
    NAME,
    VALUE,
    LINE_FEED,
    LAST_LINE_FEED
  }

  private final FramingFields framing;
  private final int maxOctets;
  private final int maxLines;
  private Part part = Part.LINE;
  private int octetsOfSection;
  private int lines;

  /** Reads sections of at most {@code maxOctets} and {@code maxLines}. */
  FieldSectionScanner(FramingFields framing, int maxOctets, int maxLines) {
    this.framing = framing;
    this.maxOctets = maxOctets;
    this.maxLines = maxLines;
  }

  void reset() {
    part = Part.LINE;
    octetsOfSection = 0;
    lines = 0;
    framing.reset();
  }

  /** {@link Progress.InOrder#COMPLETE} after the empty line. */
  Progress scan(Octets octets) {
    Progress progress = UNFINISHED;
    while (progress == UNFINISHED && octets.remain()) {
      int before = octets.index();
      progress =
          switch (part) {
            case LINE -> line(octets);
            case NAME -> name(octets);
            case VALUE -> value(octets);
            case LINE_FEED -> lineFeed(octets);
            case LAST_LINE_FEED -> lastLineFeed(octets);
          };
      octetsOfSection += octets.index() - before;
      if (octetsOfSection > maxOctets) {
        return Progress.refused(Reason.HEADERS_TOO_LARGE);
      }
    }
    return progress;
  }

  private Progress line(Octets octets) {
    byte first = octets.peek();
    if (first == '\r') {
      octets.next();
      part = Part.LAST_LINE_FEED;
      return UNFINISHED;
    }
    if (!OctetClass.TOKEN.contains(first)) {
      return Progress.malformed("a header line does not begin with a name");
    }
    lines++;
    framing.beginName();
    part = Part.NAME;
    return lines > maxLines ? Progress.refused(Reason.HEADERS_TOO_LARGE) : UNFINISHED;
  }

  private Progress name(Octets octets) {
    while (framing.wantsName() && octets.remain() && OctetClass.TOKEN.contains(octets.peek())) {
      framing.name(octets.next());
    }
    octets.skip(OctetClass.TOKEN);
    if (!octets.remain()) {
      return UNFINISHED;
    }
    if (octets.next() != ':') {
      return Progress.malformed("a header name is not a token");
    }
    part = Part.VALUE;
    return orGoOn(framing.endOfName());
  }

  private Progress value(Octets octets) {
    Progress progress = framing.wantsValue() ? framingValue(octets) : UNFINISHED;
    if (progress != UNFINISHED) {
      return progress;
    }
    octets.skip(OctetClass.FIELD_TEXT);
    if (!octets.remain()) {
      return UNFINISHED;
    }
    if (octets.next() != '\r') {
      return Progress.malformed("a header value contains a control character");
    }
    part = Part.LINE_FEED;
    return orGoOn(framing.endOfValue());
  }

  /** Hands a framing field's value over; stops before the octet that no value contains. */
  private Progress framingValue(Octets octets) {
    Progress progress = UNFINISHED;
    while (progress == UNFINISHED
        && octets.remain()
        && OctetClass.FIELD_TEXT.contains(octets.peek())) {
      progress = framing.value(octets.next());
    }
    return progress;
  }

  private Progress lineFeed(Octets octets) {
    part = Part.LINE;
    return octets.next() == '\n' ? UNFINISHED : bareCarriageReturn();
  }

  private Progress lastLineFeed(Octets octets) {
    return octets.next() == '\n' ? COMPLETE : bareCarriageReturn();
  }

  private static Progress bareCarriageReturn() {
    return Progress.malformed("a CR is not followed by LF");
  }

  private static Progress orGoOn(Progress progress) {
    return progress == COMPLETE ? UNFINISHED : progress;
  }
}
