package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import java.time.Duration;

/**
 * How long the product may take to begin its answer, from the moment when it has the whole request.
 */
final class Patience {

  private static final long NOT_BEGUN = -1;
  private static final long ENDED = -2;

  private final Vertx vertx;
  private final HttpClientRequest request;
  private final Duration limit;
  private long timer = NOT_BEGUN;
  private boolean exhausted;

  Patience(Vertx vertx, HttpClientRequest request, Duration limit) {
    this.vertx = vertx;
    this.request = request;
    this.limit = limit;
  }

  /** The product has the whole request. */
  void begins() {
    if (timer == NOT_BEGUN) timer = vertx.setTimer(limit.toMillis(), fired -> exhaust());
  }

  /** The answer has begun. */
  void ends() {
    if (timer >= 0) vertx.cancelTimer(timer);
    timer = ENDED;
  }

  /** What the failure to get an answer means. */
  Refusal explain(Throwable failure) {
    ends();
    return exhausted ? Refusal.of(Reason.PRODUCT_SILENT) : Upstream.refusal(failure);
  }

  private void exhaust() {
    exhausted = true;
    request.reset();
  }
}
