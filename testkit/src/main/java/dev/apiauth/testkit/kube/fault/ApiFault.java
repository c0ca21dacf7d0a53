package dev.apiauth.testkit.kube.fault;

import java.time.Duration;

/** How the API server fails a request. */
public sealed interface ApiFault {

  /**
   * An answer without effect.
   *
   * @param code its status code
   * @param reason as in a Status object, such as {@code Conflict}
   * @param retryAfter what the client is told to wait; zero if it is told nothing
   */
  record Refusal(int code, String reason, Duration retryAfter) implements ApiFault {}

  /**
   * For watches over a WebSocket alone: the watch begins, and its only event is an error with code
   * 410, as for a resource version that is no longer kept (Kubernetes documentation, API concepts).
   */
  record Expiry() implements ApiFault {}

  /** The connection ends without an answer. */
  record Cut() implements ApiFault {}

  /** A refusal that says nothing of when to come again. */
  static ApiFault refusal(int code, String reason) {
    return new Refusal(code, reason, Duration.ZERO);
  }

  /** Too many requests; come again after so many seconds. */
  static ApiFault overload(Duration retryAfter) {
    return new Refusal(429, "TooManyRequests", retryAfter);
  }
}
