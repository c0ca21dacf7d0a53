package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;
import static dev.apiauth.sidecar.listen.Progress.InOrder.UNFINISHED;

/**
 * Reads one request after the other off a connection and says where each of them ends.
 *
 * <p>What passes here has one meaning: there is nothing left that Netty's decoder, more lenient in
 * places, could read in another way than the product's. The fields themselves are not judged.
 */
final class MessageScanner {

  /** What of a message is read next. */
  enum Part {
    /** Nothing of the next message is there yet. */
    NOTHING,
    REQUEST_LINE,
    HEADERS,
    FIXED_BODY,
    CHUNKED_BODY
  }

  private final RequestLineScanner line;
  private final FramingFields framing = new FramingFields();
  private final FieldSectionScanner headers;
  private final ChunkedBodyScanner chunks;
  private Part part = Part.NOTHING;
  private long remaining;

  MessageScanner(ListenerLimits limits) {
    line = new RequestLineScanner(limits.requestLineOctets());
    headers = fields(framing, limits);
    chunks = new ChunkedBodyScanner(fields(new FramingFields(), limits));
  }

  private static FieldSectionScanner fields(FramingFields framing, ListenerLimits limits) {
    return new FieldSectionScanner(framing, limits.headerOctets(), limits.headerLines());
  }

  /** What of the current message comes next. */
  Part part() {
    return part;
  }

  /** Reads on; {@link Progress.InOrder#COMPLETE} after the last octet of a message. */
  Progress scan(Octets octets) {
    Progress progress = UNFINISHED;
    while (progress == UNFINISHED && octets.remain()) {
      progress =
          switch (part) {
            case NOTHING -> begin();
            case REQUEST_LINE -> requestLine(octets);
            case HEADERS -> headers(octets);
            case FIXED_BODY -> fixedBody(octets);
            case CHUNKED_BODY -> end(chunks.scan(octets));
          };
    }
    return progress;
  }

  private Progress begin() {
    line.reset();
    headers.reset();
    part = Part.REQUEST_LINE;
    return UNFINISHED;
  }

  private Progress requestLine(Octets octets) {
    Progress progress = line.scan(octets);
    if (progress != COMPLETE) {
      return progress;
    }
    part = Part.HEADERS;
    return UNFINISHED;
  }

  private Progress headers(Octets octets) {
    Progress section = headers.scan(octets);
    Progress progress = section == COMPLETE ? framing.endOfSection(line) : section;
    return progress == COMPLETE ? beginBody() : progress;
  }

  private Progress beginBody() {
    if (framing.isChunked()) {
      chunks.reset();
      part = Part.CHUNKED_BODY;
      return UNFINISHED;
    }
    remaining = framing.length();
    part = Part.FIXED_BODY;
    return remaining == 0 ? end(COMPLETE) : UNFINISHED;
  }

  private Progress fixedBody(Octets octets) {
    remaining -= octets.skip(remaining);
    return remaining == 0 ? end(COMPLETE) : UNFINISHED;
  }

  private Progress end(Progress progress) {
    if (progress == COMPLETE) {
      part = Part.NOTHING;
    }
    return progress;
  }
}
