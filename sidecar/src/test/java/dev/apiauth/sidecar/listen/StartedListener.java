package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener on a free port of the loopback, and what it reported. */
final class StartedListener implements AutoCloseable, ListenerEvents {

  private static final int EVENT_LOOPS = 2;

  private final Vertx vertx = Vertx.vertx(ProductListener.vertxOptions(EVENT_LOOPS));
  private final List<Reason> refusals = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger connectionsRefused = new AtomicInteger();
  private final ProductListener listener;
  private final int port;

  private StartedListener(ListenerLimits limits, RequestHandler handler) {
    listener =
        new ProductListener(
            vertx,
            limits,
            () -> handler,
            new PlainRefusalWriter(),
            new RequestIds("test"),
            this,
            InstantSource.system());
    port = await(listener.listen("127.0.0.1", 0, EVENT_LOOPS));
  }

  static StartedListener with(ListenerLimits limits, RequestHandler handler) {
    return new StartedListener(limits, handler);
  }

  static StartedListener with(RequestHandler handler) {
    return with(ListenerLimits.DEFAULT, handler);
  }

  /** Answers every request with 200 and its method and target, once its body is there. */
  static RequestHandler echo() {
    return request -> {
      request
          .body()
          .onSuccess(
              body ->
                  request
                      .response()
                      .end(request.method() + " " + request.uri() + " " + body.length() + "\n"));
      request.resume();
    };
  }

  static <T> T await(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  RawSocket connect() {
    return RawSocket.to(port);
  }

  int port() {
    return port;
  }

  Vertx vertx() {
    return vertx;
  }

  ProductListener listener() {
    return listener;
  }

  List<Reason> refusals() {
    return refusals;
  }

  List<Throwable> failures() {
    return failures;
  }

  int connectionsRefused() {
    return connectionsRefused.get();
  }

  /** Waits until {@code count} connections are open. */
  void awaitConnections(int count, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (listener.connections() != count && System.nanoTime() < deadline) {
      Thread.sleep(2);
    }
  }

  @Override
  public void refused(String requestId, InetAddress peer, Refusal refusal) {
    refusals.add(refusal.reason());
  }

  @Override
  public void connectionRefused(InetAddress peer) {
    connectionsRefused.incrementAndGet();
  }

  @Override
  public void failed(InetAddress peer, Throwable failure) {
    failures.add(failure);
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
