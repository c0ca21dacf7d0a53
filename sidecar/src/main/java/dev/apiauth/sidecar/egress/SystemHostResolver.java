package dev.apiauth.sidecar.egress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/**
 * Resolves as the JVM does, with its cache (30 s by default, failures 10 s) and its hosts file
 * ({@code jdk.net.hosts.file}); off the event loop, since it blocks.
 */
public final class SystemHostResolver implements HostResolver {

  private final Vertx vertx;

  public SystemHostResolver(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public Future<List<InetAddress>> resolve(String host) {
    return vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
