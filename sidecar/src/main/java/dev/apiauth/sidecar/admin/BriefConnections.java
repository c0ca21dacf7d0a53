package dev.apiauth.sidecar.admin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Keeps the connections of an admin listener few and short.
 *
 * <p>When there are too many, the oldest goes and not the newest: whoever opens connections and
 * does nothing with them cannot keep the kubelet's probes out, and so cannot get the pod restarted.
 */
final class BriefConnections {

  /** How many there are at the same time, at most. */
  static final int MOST = 64;

  /** How long one lives, however much is still to be read or written. */
  static final long LONGEST_MILLIS = 10_000;

  private final Vertx vertx;
  private final SequencedSet<HttpConnection> open = new LinkedHashSet<>();
  private final Set<HttpConnection> asked = new HashSet<>();

  BriefConnections(Vertx vertx) {
    this.vertx = vertx;
  }

  void opened(HttpConnection connection) {
    long timer = vertx.setTimer(LONGEST_MILLIS, late -> connection.close());
    connection.closeHandler(
        closed -> {
          vertx.cancelTimer(timer);
          remove(connection);
        });
    add(connection).ifPresent(HttpConnection::close);
  }

  /** Takes the connection in, and answers the one that must go for it. */
  private synchronized Optional<HttpConnection> add(HttpConnection connection) {
    open.add(connection);
    return open.size() > MOST ? Optional.of(open.removeFirst()) : Optional.empty();
  }

  private synchronized void remove(HttpConnection connection) {
    open.remove(connection);
    asked.remove(connection);
  }

  /**
   * Whether this is the one request that is answered on its connection; others were sent before the
   * answer said that it is the last (RFC 9112, section 9.6).
   */
  synchronized boolean isTheOne(HttpServerRequest request) {
    return asked.add(request.connection());
  }
}
