package dev.apiauth.testkit.cluster;

import dev.apiauth.testkit.process.Pauses;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a Service leads, as whoever routes to it learns from the cluster.
 *
 * @param client sees the namespace
 * @param namespace the Service's
 * @param service its name
 */
public record ServiceEndpoint(KubernetesClient client, String namespace, String service) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /**
   * Waits for a ready pod, and says where its port is that the Service names.
   *
   * @throws IllegalStateException if there is none for two minutes
   */
  public URI await() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<URI> found = find();
      if (found.isPresent()) return found.get();
      Pauses.pause(BETWEEN_LOOKS);
    }
    throw new IllegalStateException("no pod of the Service %s became ready".formatted(service));
  }

  /** Where it leads now; empty while no pod is ready. */
  public Optional<URI> find() {
    return client
        .resources(EndpointSlice.class)
        .inNamespace(namespace)
        .withLabel("kubernetes.io/service-name", service)
        .list()
        .getItems()
        .stream()
        .flatMap(slice -> firstReady(slice).stream())
        .findFirst();
  }

  private static Optional<URI> firstReady(EndpointSlice slice) {
    return Stream.ofNullable(slice.getEndpoints())
        .flatMap(List::stream)
        .filter(endpoint -> Boolean.TRUE.equals(endpoint.getConditions().getReady()))
        .map(endpoint -> endpoint.getAddresses().getFirst())
        .map(address -> URI.create("http://%s:%d".formatted(address, portOf(slice))))
        .findFirst();
  }

  private static int portOf(EndpointSlice slice) {
    return slice.getPorts().getFirst().getPort();
  }
}
