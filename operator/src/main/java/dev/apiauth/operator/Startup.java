package dev.apiauth.operator;

import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.gather.UncheckedApiToken;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is looked at before anything is started, so that what is missing is one clear sentence. */
final class Startup {

  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private final KubernetesClient client;

  Startup(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Which namespaces can be served. One that may not be read is left out, as long as there is
   * another: a namespace that was deleted took the operator's role with it, and the others need
   * their webhook.
   *
   * @throws IllegalStateException saying what is missing, if nothing can be served
   */
  static Set<String> servable(KubernetesClient client, Set<String> namespaces) {
    var startup = new Startup(client);
    startup
        .complaint(namespaces)
        .ifPresent(
            complaint -> {
              throw new IllegalStateException(complaint);
            });
    return startup.readable(namespaces);
  }

  /** Why the operator cannot work, and what to do; empty if it can read some namespace. */
  Optional<String> complaint(Set<String> namespaces) {
    List<Look> looks = namespaces.stream().sorted().map(this::look).toList();
    boolean someReadable = looks.stream().anyMatch(look -> look.refused().isEmpty());
    return looks.stream()
        .filter(look -> !(someReadable && look.isForbidden()))
        .flatMap(look -> look.refused().map(why -> sentence(look.namespace(), why)).stream())
        .findFirst();
  }

  /** Those of the namespaces whose resources may be listed now. */
  Set<String> readable(Set<String> namespaces) {
    return namespaces.stream()
        .map(this::look)
        .filter(look -> look.refused().isEmpty())
        .map(Look::namespace)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What came of asking for a namespace's resources. */
  private record Look(String namespace, Optional<KubernetesClientException> refused) {

    boolean isForbidden() {
      return refused.filter(why -> why.getCode() == FORBIDDEN).isPresent();
    }
  }

  private Look look(String namespace) {
    try {
      listOne(UncheckedApiAuth.class, namespace);
      listOne(UncheckedApiToken.class, namespace);
      return new Look(namespace, Optional.empty());
    } catch (KubernetesClientException refused) {
      return new Look(namespace, Optional.of(refused));
    }
  }

  private void listOne(Class<? extends HasMetadata> kind, String namespace) {
    client
        .resources(kind)
        .inNamespace(namespace)
        .list(new ListOptionsBuilder().withLimit(1L).build());
  }

  private String sentence(String namespace, KubernetesClientException refused) {
    return switch (refused.getCode()) {
      case NOT_FOUND ->
          "the cluster does not know atlassianapiauths.apiauth.dev and"
              + " atlassianapitokens.apiauth.dev in version v1alpha1: install the chart, or apply"
              + " its CRDs";
      case FORBIDDEN ->
          "resources of the namespace %s may not be listed: name it in the chart's watchNamespaces"
              .formatted(namespace);
      default ->
          "the API server at %s cannot be asked: %s"
              .formatted(client.getMasterUrl(), refused.getMessage());
    };
  }
}
