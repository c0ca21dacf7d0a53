package dev.apiauth.operator.observe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Tries to reach a product past its sidecar, as any other pod might.
 *
 * <p>A port that keeps silent proves nothing by itself: the pod may be down, or the operator cut
 * off. It counts as closed only if the same prober gets through to the sidecar's port of the same
 * pod. What this sees is the way from the operator's pod; a network may treat others otherwise.
 */
public final class DirectAccessProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final int listenerPort;

  /**
   * Probes nothing yet.
   *
   * @param listenerPort where sidecars serve clients
   */
  public DirectAccessProbe(int listenerPort) {
    this.listenerPort = listenerPort;
  }

  /**
   * Connects, sends nothing, and hangs up. Blocks for two seconds at most.
   *
   * @param address the pod's IP address
   * @param productPort the product's own port
   * @throws IllegalArgumentException if the address is none
   */
  public DirectAccess probe(String address, int productPort) {
    InetAddress pod = InetAddress.ofLiteral(address);
    if (takesConnection(pod, productPort)) return new DirectAccess.Answers(productPort);
    if (takesConnection(pod, listenerPort)) return new DirectAccess.Closed(productPort);
    return new DirectAccess.Unknown(
        "neither port %d of its product nor port %d of its sidecar can be reached"
            .formatted(productPort, listenerPort));
  }

  private static boolean takesConnection(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), Math.toIntExact(PATIENCE.toMillis()));
      return true;
    } catch (IOException refusedOrSilent) {
      return false;
    }
  }
}
