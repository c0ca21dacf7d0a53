package dev.apiauth.policy.egress;

import java.util.List;
import java.util.Optional;

/** Names that lead into the cluster whatever they resolve to. */
final class HostRules {

  private HostRules() {}

  /** Why the host may not be asked for by name; empty if it may. */
  static Optional<String> refusal(EgressUrl url) {
    return url.literal().isPresent() ? Optional.empty() : refusal(url.host());
  }

  private static Optional<String> refusal(String host) {
    List<String> labels = List.of(host.split("\\.", -1));
    if (labels.size() == 1 || labels.getLast().equals("localhost")) {
      return Optional.of("names a host of the local machine or search domain");
    }
    return isOfCluster(host, labels)
        ? Optional.of("names a host of the cluster")
        : Optional.empty();
  }

  private static boolean isOfCluster(String host, List<String> labels) {
    return host.startsWith("kubernetes.default")
        || host.endsWith(".cluster.local")
        || labels.subList(1, labels.size()).contains("svc");
  }
}
