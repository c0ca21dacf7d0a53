package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets and ConfigMaps as the kubelet has them: what was read stays for a while, whatever happens
 * to it meanwhile. That something is not there is not kept.
 */
final class ObjectCache {

  private record Entry(Instant readAt, Map<String, String> data) {}

  private final KubernetesClient client;
  private final Duration lifetime;
  private final InstantSource clock;
  private final Map<StoredObject, Entry> entries = new ConcurrentHashMap<>();

  ObjectCache(KubernetesClient client, Duration lifetime, InstantSource clock) {
    this.client = client;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** Keys and Base64 values; absent if there is no such object. */
  Optional<Map<String, String>> find(StoredObject object) {
    var now = clock.instant();
    var kept = entries.get(object);
    if (kept != null && now.isBefore(kept.readAt.plus(lifetime))) return Optional.of(kept.data);
    var read = read(object);
    read.ifPresentOrElse(
        data -> entries.put(object, new Entry(now, data)), () -> entries.remove(object));
    return read;
  }

  private Optional<Map<String, String>> read(StoredObject object) {
    return switch (object.kind()) {
      case SECRET ->
          Optional.ofNullable(
                  client.secrets().inNamespace(object.namespace()).withName(object.name()).get())
              .map(ObjectCache::data);
      case CONFIG_MAP ->
          Optional.ofNullable(
                  client.configMaps().inNamespace(object.namespace()).withName(object.name()).get())
              .map(ObjectCache::data);
    };
  }

  private static Map<String, String> data(Secret secret) {
    return Map.copyOf(Optional.ofNullable(secret.getData()).orElse(Map.of()));
  }

  private static Map<String, String> data(ConfigMap configMap) {
    var data = new HashMap<>(Optional.ofNullable(configMap.getBinaryData()).orElse(Map.of()));
    Optional.ofNullable(configMap.getData())
        .orElse(Map.of())
        .forEach(
            (key, value) ->
                data.put(key, Base64.getEncoder().encodeToString(value.getBytes(UTF_8))));
    return data;
  }
}
