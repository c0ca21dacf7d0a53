package dev.apiauth.sidecar;

import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.sidecar.forward.UpstreamLimits;
import dev.apiauth.sidecar.listen.ListenerLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a sidecar. What a policy says is not among them.
 *
 * @param source where the policy is
 * @param listen where clients are served
 * @param probes where probes and metrics are served, in plain HTTP
 * @param operatorChannel where the operator is answered, over mutual TLS
 * @param operatorCertificates the directory with {@code tls.crt}, {@code tls.key} and {@code
 *     ca.crt} of the operator channel; without it the channel is off
 * @param upstreamHost where the product listens
 * @param product what is known of the product beside the policy
 * @param egress where provider URLs may lead beside the public internet
 * @param eventLoops how many event loops serve clients
 * @param limits bounds on clients' connections
 * @param upstreamLimits bounds on connections to the product
 * @param drain how the sidecar leaves
 */
public record SidecarOptions(
    PolicyOrigin source,
    Endpoint listen,
    Endpoint probes,
    Endpoint operatorChannel,
    Optional<Path> operatorCertificates,
    String upstreamHost,
    ProductDefaults product,
    EgressOptions egress,
    int eventLoops,
    ListenerLimits limits,
    UpstreamLimits upstreamLimits,
    DrainTimes drain) {

  /** Where the policy is. */
  public sealed interface PolicyOrigin {

    /** What the operator rendered, in a mounted directory. */
    record Rendered(Path directory) implements PolicyOrigin {}

    /** A resource file and a directory of Secret manifests. */
    record Resource(Path file, Path secrets) implements PolicyOrigin {}
  }

  /**
   * An address to listen at.
   *
   * @param host the address
   * @param port the port; 0 for any that is free
   */
  public record Endpoint(String host, int port) {

    /**
     * Reads {@code host:port}; an IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Endpoint parse(String text) {
      int colon = text.lastIndexOf(':');
      if (colon <= 0) throw new IllegalArgumentException("write host:port, not " + text);
      String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
      return new Endpoint(host, Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /**
   * Where provider URLs may lead.
   *
   * @param allow what is opened beside public addresses and https: CIDRs and origins
   * @param certificates a PEM bundle that is trusted beside the JVM's own
   */
  public record EgressOptions(List<String> allow, Optional<Path> certificates) {}

  /**
   * How the sidecar leaves (F28).
   *
   * @param accept how long new connections are still served, while whoever routes here learns of it
   * @param finish how long requests in flight have after that
   */
  public record DrainTimes(Duration accept, Duration finish) {

    /** Thirty seconds in all, as Kubernetes gives. */
    public static final DrainTimes DEFAULT =
        new DrainTimes(Duration.ofSeconds(5), Duration.ofSeconds(20));
  }
}
