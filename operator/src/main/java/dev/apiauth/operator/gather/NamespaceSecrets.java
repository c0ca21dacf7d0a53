package dev.apiauth.operator.gather;

import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.resolve.SecretLookup;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Secrets of one namespace as they are in the cache; what the operator rendered is left out.
 */
final class NamespaceSecrets implements SecretLookup {

  private final String namespace;
  private final ClusterCaches caches;

  NamespaceSecrets(String namespace, ClusterCaches caches) {
    this.namespace = namespace;
    this.caches = caches;
  }

  @Override
  public List<SecretContent> labelled(Map<String, String> labels) {
    return caches
        .secrets()
        .list(namespace, secret -> carries(secret, labels) && !Rendered.isOurs(secret))
        .map(NamespaceSecrets::content)
        .sorted(Comparator.comparing(SecretContent::name))
        .toList();
  }

  @Override
  public Optional<SecretContent> named(String name) {
    return caches
        .secret(namespace, name)
        .filter(secret -> !Rendered.isOurs(secret))
        .map(NamespaceSecrets::content);
  }

  private static boolean carries(Secret secret, Map<String, String> labels) {
    return labelsOf(secret).entrySet().containsAll(labels.entrySet());
  }

  private static SecretContent content(Secret secret) {
    var data = new TreeMap<String, byte[]>();
    Objects.requireNonNullElse(secret.getData(), Map.<String, String>of())
        .forEach((key, value) -> data.put(key, Base64.getDecoder().decode(value)));
    return new SecretContent(secret.getMetadata().getName(), labelsOf(secret), data);
  }

  private static Map<String, String> labelsOf(Secret secret) {
    return Objects.requireNonNullElse(secret.getMetadata().getLabels(), Map.of());
  }
}
