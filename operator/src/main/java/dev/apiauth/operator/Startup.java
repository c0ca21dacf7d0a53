package dev.apiauth.operator;

import dev.apiauth.operator.gather.UncheckedApiAuth;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.Set;

/** What is looked at before anything is started, so that what is missing is one clear sentence. */
final class Startup {

  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private final KubernetesClient client;

  Startup(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Looks.
   *
   * @throws IllegalStateException with the sentence
   */
  static void require(KubernetesClient client, Set<String> namespaces) {
    new Startup(client)
        .complaint(namespaces)
        .ifPresent(
            complaint -> {
              throw new IllegalStateException(complaint);
            });
  }

  /**
   * Why the operator cannot work, and what to do; empty if it can read every namespace's resources.
   */
  Optional<String> complaint(Set<String> namespaces) {
    return namespaces.stream().sorted().map(this::complaint).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> complaint(String namespace) {
    try {
      client
          .resources(UncheckedApiAuth.class)
          .inNamespace(namespace)
          .list(new ListOptionsBuilder().withLimit(1L).build());
      return Optional.empty();
    } catch (KubernetesClientException refused) {
      return Optional.of(sentence(namespace, refused));
    }
  }

  private String sentence(String namespace, KubernetesClientException refused) {
    return switch (refused.getCode()) {
      case NOT_FOUND ->
          "the cluster does not know atlassianapiauths.apiauth.dev in version v1alpha1: install the"
              + " chart, or apply its CRD";
      case FORBIDDEN ->
          "resources of the namespace %s may not be listed: name it in the chart's watchNamespaces"
              .formatted(namespace);
      default ->
          "the API server at %s cannot be asked: %s"
              .formatted(client.getMasterUrl(), refused.getMessage());
    };
  }
}
