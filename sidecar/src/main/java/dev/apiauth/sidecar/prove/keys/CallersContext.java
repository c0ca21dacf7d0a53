package dev.apiauth.sidecar.prove.keys;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Lets several event loops wait for one thing: each goes on, on its own thread, when it is done or
 * when waiting has lasted long enough.
 */
record CallersContext(Vertx vertx, Duration longestWait) {

  /**
   * Waits.
   *
   * @return completes on the context of whoever calls this, and never fails
   */
  Future<Void> await(Future<Void> shared) {
    if (shared.isComplete()) {
      return Future.succeededFuture();
    }
    Context caller = vertx.getOrCreateContext();
    Promise<Void> here = Promise.promise();
    caller.runOnContext(
        start -> {
          long timer = vertx.setTimer(longestWait.toMillis(), late -> here.tryComplete());
          here.future().onComplete(done -> vertx.cancelTimer(timer));
        });
    shared.onComplete(done -> caller.runOnContext(there -> here.tryComplete()));
    return here.future();
  }
}
