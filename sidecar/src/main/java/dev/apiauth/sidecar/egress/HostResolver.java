package dev.apiauth.sidecar.egress;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Resolves a host name to all its addresses. */
@FunctionalInterface
public interface HostResolver {

  /**
   * Resolves once.
   *
   * @return completes with at least one address, in the order of preference; fails with {@link
   *     java.net.UnknownHostException} if there is none
   */
  Future<List<InetAddress>> resolve(String host);
}
