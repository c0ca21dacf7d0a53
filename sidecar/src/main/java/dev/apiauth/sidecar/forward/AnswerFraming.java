package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.OptionalLong;

/** What the end of an answer's body is known by (RFC 9112, section 6.3). */
final class AnswerFraming {

  private static final int OK = 200;
  private static final int HIGHEST = 999;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private AnswerFraming() {}

  /**
   * Refuses an answer whose end could be seen in two places (S15): with a status that is none, or
   * with a transfer coding other than chunked alone. What else is malformed does not get past the
   * decoder.
   */
  static Outcome<HttpClientResponse> check(HttpClientResponse received) {
    int status = received.statusCode();
    if (status < OK || status > HIGHEST) return malformed("a final status of " + status);
    List<String> codings = received.headers().getAll("Transfer-Encoding");
    return codings.isEmpty()
            || (codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"))
        ? Outcome.pass(received)
        : malformed("a transfer coding other than chunked");
  }

  private static Outcome<HttpClientResponse> malformed(String finding) {
    return Refusal.of(Reason.PRODUCT_ANSWER_MALFORMED).finding(finding).asOutcome();
  }

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
