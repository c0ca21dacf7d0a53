package dev.apiauth.testkit.http;

import dev.apiauth.testkit.http.RawHeaders.Line;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads answers as RFC 9112 writes them, and nothing else: what a lenient client would mend is a
 * {@link BrokenAnswer} here.
 */
final class AnswerReader {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d) ?(.*)");
  private static final Pattern FIELD_LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
  private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,7})(;.*)?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");
  private static final Duration TIME_TO_KEEP_ITS_WORD = Duration.ofSeconds(2);

  private final ByteSource source;

  AnswerReader(ByteSource source) {
    this.source = source;
  }

  /** The next answer; one to HEAD has no content whatever its fields say. */
  RawAnswer next(Content content) throws IOException {
    var line = source.line();
    var status = STATUS_LINE.matcher(line);
    if (!status.matches()) {
      throw new BrokenAnswer("no status line: \"" + line + "\"");
    }
    int code = Integer.parseInt(status.group(1));
    var headers = headers();
    var framing = content == Content.NONE ? Framing.NONE : framing(code, headers);
    var body = body(framing, headers);
    return new RawAnswer(code, status.group(2), headers, body, ended(framing, headers));
  }

  /** Whether the request lets its answer have content. */
  enum Content {
    AS_ANNOUNCED,
    NONE
  }

  private enum Framing {
    NONE,
    LENGTH,
    CHUNKED,
    UNTIL_END
  }

  private RawHeaders headers() throws IOException {
    var lines = new ArrayList<Line>();
    for (var line = source.line(); !line.isEmpty(); line = source.line()) {
      var field = FIELD_LINE.matcher(line);
      if (!field.matches()) {
        throw new BrokenAnswer("no field line: \"" + line + "\"");
      }
      lines.add(new Line(field.group(1), field.group(2)));
    }
    return new RawHeaders(lines);
  }

  /** RFC 9112, section 6.3; where it has a rule for recovery, this is an error instead. */
  private static Framing framing(int status, RawHeaders headers) {
    if (status / 100 == 1 || status == 204 || status == 304) {
      return Framing.NONE;
    }
    var codings = headers.all("Transfer-Encoding");
    var lengths = headers.all("Content-Length");
    if (!codings.isEmpty() && !lengths.isEmpty()) {
      throw new BrokenAnswer("both Transfer-Encoding and Content-Length");
    }
    if (!codings.isEmpty()) {
      return chunked(codings);
    }
    return lengths.isEmpty() ? Framing.UNTIL_END : Framing.LENGTH;
  }

  private static Framing chunked(List<String> codings) {
    if (codings.size() != 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw new BrokenAnswer("Transfer-Encoding is not chunked alone: " + codings);
    }
    return Framing.CHUNKED;
  }

  private String body(Framing framing, RawHeaders headers) throws IOException {
    return switch (framing) {
      case NONE -> "";
      case LENGTH -> source.exactly(length(headers.all("Content-Length")));
      case CHUNKED -> chunks();
      case UNTIL_END -> source.untilEnd();
    };
  }

  private static int length(List<String> values) {
    if (values.size() != 1 || !LENGTH.matcher(values.getFirst()).matches()) {
      throw new BrokenAnswer("not one Content-Length of digits: " + values);
    }
    return Integer.parseInt(values.getFirst());
  }

  private String chunks() throws IOException {
    var body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(source.exactly(size));
      if (!source.line().isEmpty()) {
        throw new BrokenAnswer("a chunk is longer than its size of " + size);
      }
    }
    headers(); // trailer fields
    return body.toString();
  }

  private int chunkSize() throws IOException {
    var line = source.line();
    var size = CHUNK_SIZE.matcher(line);
    if (!size.matches()) {
      throw new BrokenAnswer("no chunk size: \"" + line + "\"");
    }
    return Integer.parseInt(size.group(1), 16);
  }

  private boolean ended(Framing framing, RawHeaders headers) throws IOException {
    if (framing == Framing.UNTIL_END) {
      return true;
    }
    boolean announced = headers.lists("Connection", "close");
    return source.endsWithin(announced ? TIME_TO_KEEP_ITS_WORD : RawHttpClient.GLANCE);
  }
}
