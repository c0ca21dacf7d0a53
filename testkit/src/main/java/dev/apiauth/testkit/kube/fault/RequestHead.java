package dev.apiauth.testkit.kube.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * First line and header fields of a request (RFC 9112, section 2.1).
 *
 * @param lines without the empty one at the end
 */
record RequestHead(List<String> lines) {

  private static final String END = "\r\n\r\n";

  RequestHead {
    lines = List.copyOf(lines);
  }

  /** Reads a head and nothing of what follows; throws if the stream ends before. */
  static RequestHead read(InputStream from) throws IOException {
    var read = new ByteArrayOutputStream();
    while (!endsWithEnd(read)) {
      int next = from.read();
      if (next < 0) throw new EOFException();
      read.write(next);
    }
    return new RequestHead(read.toString(StandardCharsets.ISO_8859_1).strip().lines().toList());
  }

  private static boolean endsWithEnd(ByteArrayOutputStream read) {
    return read.size() >= END.length() && read.toString(StandardCharsets.ISO_8859_1).endsWith(END);
  }

  ApiCall call() {
    String[] words = lines.getFirst().split(" ", 3);
    return ApiCall.of(words[0], words[1]);
  }

  Optional<String> field(String name) {
    String prefix = name + ":";
    return lines.stream()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }

  boolean asksForWebSocket() {
    return field("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
  }

  /** The bytes to send on: the connection is for this request alone, unless it is upgraded. */
  byte[] forwarded() {
    if (asksForWebSocket()) return bytes(lines);
    var kept =
        lines.stream()
            .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("connection:"))
            .collect(Collectors.toList());
    kept.add("Connection: close");
    return bytes(kept);
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\r\n", lines) + END).getBytes(StandardCharsets.ISO_8859_1);
  }
}
