package dev.apiauth.sidecar.forward;

import dev.apiauth.sidecar.admin.ReadinessCheck;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The product's port takes connections. Nothing is sent: whether the product is well is for its own
 * probes to say.
 *
 * <p>However often it is asked, it connects once a second at most.
 */
public final class ProductPort implements ReadinessCheck {

  private static final int PATIENCE_MILLIS = 500;
  private static final long GOOD_FOR_NANOS = Duration.ofSeconds(1).toNanos();

  private final NetClient client;
  private final Supplier<Optional<SocketAddress>> address;
  private @Nullable Future<Optional<String>> last;
  private long askedAtNanos;

  /**
   * Connects to nothing yet.
   *
   * @param address where the product listens; empty while no policy says it
   */
  public ProductPort(Vertx vertx, Supplier<Optional<SocketAddress>> address) {
    this.client =
        vertx.createNetClient(
            new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS).setReconnectAttempts(0));
    this.address = address;
  }

  @Override
  public String name() {
    return "product";
  }

  @Override
  public synchronized Future<Optional<String>> problem() {
    long now = System.nanoTime();
    Future<Optional<String>> answer = last;
    if (answer == null || now - askedAtNanos > GOOD_FOR_NANOS) {
      answer = ask();
      last = answer;
      askedAtNanos = now;
    }
    return answer;
  }

  private Future<Optional<String>> ask() {
    return address
        .get()
        .map(this::connect)
        .orElseGet(() -> Future.succeededFuture(Optional.of("nobody says where it listens")));
  }

  private Future<Optional<String>> connect(SocketAddress product) {
    return client
        .connect(product)
        .onSuccess(socket -> socket.close())
        .map(socket -> Optional.<String>empty())
        .otherwise(failure -> Optional.of("its port takes no connection"));
  }
}
