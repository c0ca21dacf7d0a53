package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a pod may be told of itself (the downward API).
 *
 * @param hostAddress the node's
 */
record PodFacts(Pod pod, String podAddress, String hostAddress) {

  String namespace() {
    return pod.getMetadata().getNamespace();
  }

  String name() {
    return pod.getMetadata().getName();
  }

  /**
   * Its value; empty for a label or annotation that is not there.
   *
   * @throws IllegalArgumentException for a field that is not offered
   */
  String field(ObjectFieldSelector selector) {
    var path = selector.getFieldPath();
    return switch (path) {
      case "metadata.name" -> name();
      case "metadata.namespace" -> namespace();
      case "metadata.uid" -> pod.getMetadata().getUid();
      case "metadata.labels" -> lines(pod.getMetadata().getLabels());
      case "metadata.annotations" -> lines(pod.getMetadata().getAnnotations());
      case "spec.nodeName" -> pod.getSpec().getNodeName();
      case "spec.serviceAccountName" -> pod.getSpec().getServiceAccountName();
      case "status.podIP", "status.podIPs" -> podAddress;
      case "status.hostIP", "status.hostIPs" -> hostAddress;
      default -> entry(path);
    };
  }

  /** {@code metadata.labels['key']}. */
  private String entry(String path) {
    int quote = path.indexOf("['");
    if (quote < 0) throw new IllegalArgumentException(path + " is not offered");
    var key = path.substring(quote + 2, path.length() - 2);
    var entries =
        path.startsWith("metadata.labels")
            ? pod.getMetadata().getLabels()
            : pod.getMetadata().getAnnotations();
    return Optional.ofNullable(entries).map(map -> map.get(key)).orElse("");
  }

  private static String lines(Map<String, String> entries) {
    var lines = new StringBuilder();
    new TreeMap<>(entries)
        .forEach(
            (key, value) ->
                lines.append(key).append("=\"").append(value.replace("\"", "\\\"")).append("\"\n"));
    return lines.toString();
  }
}
