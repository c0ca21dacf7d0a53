package dev.apiauth.sidecar.listen;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The listener in front of the product: plain HTTP/1.1 and 1.0 on several event loops that share a
 * port. TLS ends before it, at the ingress.
 *
 * <p>Hands every request that is well-formed and within {@link ListenerLimits} to a {@link
 * RequestHandler}, paused. Answers all others itself and closes their connections.
 */
public final class ProductListener {

  private final Vertx vertx;
  private final Door door;
  private final Supplier<RequestHandler> handlers;
  private final List<ListenerLoop> loops = new CopyOnWriteArrayList<>();

  /**
   * @param handlers asked once per event loop, on that loop, so that a handler may own clients and
   *     caches of its loop
   * @param refusals the body of answers to what never became a request
   */
  public ProductListener(
      Vertx vertx,
      ListenerLimits limits,
      Supplier<RequestHandler> handlers,
      RefusalWriter refusals,
      RequestIds ids,
      ListenerEvents events,
      InstantSource clock) {
    this.vertx = vertx;
    this.handlers = handlers;
    door = new Door(limits, new RefusalAnswers(refusals, ids, clock), events);
  }

  /** Options of a Vert.x with {@code eventLoops} loops, on epoll where the platform has it. */
  public static VertxOptions vertxOptions(int eventLoops) {
    return new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(eventLoops);
  }

  /**
   * Accepts connections at {@code host} and {@code port} on {@code eventLoops} loops.
   *
   * @param port 0 for any that is free
   * @return the port, when every loop accepts; fails if the address cannot be bound. Call once
   */
  public Future<Integer> listen(String host, int port, int eventLoops) {
    SocketAddress address =
        port == 0 ? freePort(host) : SocketAddress.inetSocketAddress(port, host);
    return vertx
        .deployVerticle(() -> loop(address), new DeploymentOptions().setInstances(eventLoops))
        .map(deployed -> loops.getFirst().port());
  }

  private ListenerLoop loop(SocketAddress address) {
    ListenerLoop loop = new ListenerLoop(door, address, handlers);
    loops.add(loop);
    return loop;
  }

  /** A free port that the loops of this listener share, and those of no other. */
  private static SocketAddress freePort(String host) {
    int name = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    return SocketAddress.sharedRandomPort(name, host);
  }

  /** Connections that are open now. */
  public int connections() {
    return door.open();
  }

  /**
   * Ends the listener without losing a request (F28): connections are accepted for {@code
   * acceptFor} more, while whoever routes here learns that this pod is leaving, and every answer is
   * the last one of its connection; then none are accepted, idle ones are closed and requests in
   * flight have {@code finishWithin} to end.
   *
   * @return completes when every connection is closed, at the latest {@code acceptFor} plus {@code
   *     finishWithin} plus {@link ListenerLimits#linger} from now
   */
  public Future<Void> drain(Duration acceptFor, Duration finishWithin) {
    door.close();
    return vertx
        .timer(Math.max(1, acceptFor.toMillis()))
        .compose(
            late -> Future.join(loops.stream().map(loop -> loop.shutdown(finishWithin)).toList()))
        .mapEmpty();
  }
}
