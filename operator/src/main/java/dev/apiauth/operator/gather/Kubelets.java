package dev.apiauth.operator.gather;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions of the nodes' kubelets. They change when a cluster is upgraded, so they are asked
 * for now and then, not watched: a watch of nodes brings an event for every heartbeat.
 */
public final class Kubelets {

  private static final Logger LOG = LoggerFactory.getLogger(Kubelets.class);

  private final KubernetesClient client;
  private volatile List<String> versions = List.of();

  /** Knows nothing before the first {@link #refresh}. */
  public Kubelets(KubernetesClient client) {
    this.client = client;
  }

  /** Asks the API server. What was known stays if it does not answer. */
  public void refresh() {
    try {
      versions =
          client.nodes().list().getItems().stream()
              .map(node -> node.getStatus().getNodeInfo())
              .filter(info -> info != null && info.getKubeletVersion() != null)
              .map(info -> info.getKubeletVersion())
              .distinct()
              .sorted()
              .toList();
    } catch (KubernetesClientException refused) {
      LOG.warn("nodes cannot be listed: {}", refused.getMessage());
    }
  }

  /** Every version that some node reports, such as {@code v1.34.4}. */
  public List<String> versions() {
    return versions;
  }
}
