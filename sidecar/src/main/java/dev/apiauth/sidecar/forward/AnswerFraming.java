package dev.apiauth.sidecar.forward;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;

/** What an answer's body is framed by (RFC 9112, section 6.3). */
final class AnswerFraming {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private AnswerFraming() {}

  /** Whether the answer has no body, whatever its fields say. */
  static boolean isBodiless(HttpServerRequest request, HttpClientResponse received) {
    int status = received.statusCode();
    return request.method().equals(HttpMethod.HEAD)
        || status == NO_CONTENT
        || status == NOT_MODIFIED;
  }

  /** The announced length; empty if the end is told otherwise. */
  static OptionalLong length(HttpClientResponse received) {
    String length = received.getHeader("Content-Length");
    return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
  }
}
