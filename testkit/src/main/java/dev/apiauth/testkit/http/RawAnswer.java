package dev.apiauth.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An answer as it came over the wire.
 *
 * @param status the three digits
 * @param reason the reason phrase, often empty
 * @param headers all field lines
 * @param body the content, chunked framing removed, one character per byte (Latin-1)
 * @param closed whether the server ended the connection right after this answer. An answer that
 *     announces the end ({@code Connection: close}) is given two seconds to keep its word, any
 *     other {@link RawHttpClient#GLANCE}; {@link RawHttpClient#closesWithin} waits longer
 */
public record RawAnswer(
    int status, String reason, RawHeaders headers, String body, boolean closed) {

  public Optional<String> header(String name) {
    return headers.first(name);
  }

  public List<String> headers(String name) {
    return headers.all(name);
  }

  /** The content read as UTF-8. */
  public String text() {
    return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Whether this is an interim answer (1xx), which another one follows; 101 is final. */
  public boolean interim() {
    return status / 100 == 1 && status != 101;
  }
}
