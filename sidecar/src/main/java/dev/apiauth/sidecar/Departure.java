package dev.apiauth.sidecar;

import dev.apiauth.sidecar.SidecarOptions.DrainTimes;
import dev.apiauth.sidecar.admin.Readiness;
import dev.apiauth.sidecar.listen.ProductListener;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a sidecar leaves without losing a request (F28): not ready any more, then no new connections,
 * then the requests in flight, then everything else.
 *
 * @param vertx ended with all listeners
 * @param times how long each may take
 * @param readiness tells whoever routes here
 * @param listener serves clients
 * @param parts ended in this order, once nobody is served
 */
record Departure(
    Vertx vertx,
    DrainTimes times,
    Readiness readiness,
    ProductListener listener,
    List<AutoCloseable> parts) {

  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

  /** Returns when everything has ended. */
  void leave() {
    readiness.drain();
    ended(listener.drain(times.accept(), times.finish()), "not every connection ended in time");
    ended(vertx.close(), "the event loops did not end");
    parts.forEach(Departure::end);
  }

  private static void ended(Future<?> ending, String otherwise) {
    try {
      Sidecar.await(ending);
    } catch (IOException e) {
      LOG.warn(otherwise, e);
    }
  }

  @SuppressWarnings(
      "PMD.AvoidCatchingGenericException") // close() may throw anything; the next part is to end
  // too
  private static void end(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("a part did not end", e);
    }
  }
}
