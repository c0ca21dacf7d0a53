package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.request.HeaderField;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A whole answer of our own.
 *
 * @param status the status code
 * @param headers the field lines, Content-Length among them
 * @param body JSON; empty for HEAD, where Content-Length still tells the length that GET would have
 *     (RFC 9110, section 8.6)
 * @param connection what becomes of the connection
 */
public record HttpAnswer(
    int status, List<HeaderField> headers, String body, ConnectionFate connection) {

  /** The list is copied. */
  public HttpAnswer {
    headers = List.copyOf(headers);
  }

  /** The body as it is sent. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
