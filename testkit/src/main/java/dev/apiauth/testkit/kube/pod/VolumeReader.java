package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.testkit.kube.pod.StoredObject.Kind;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out what is in a volume that is made of Secrets, ConfigMaps and the downward API. A
 * projected service-account token is a small file that no API server honours.
 */
final class VolumeReader {

  private static final int USUAL_MODE = 0644;
  private static final String NO_REAL_TOKEN = "the pod runner issues no tokens";

  private final PodFacts facts;
  private final ObjectCache objects;

  VolumeReader(PodFacts facts, ObjectCache objects) {
    this.facts = facts;
    this.objects = objects;
  }

  /** Absent for a volume of another kind. */
  Optional<VolumeContent> read(Volume volume) {
    if (volume.getSecret() != null) {
      var source = volume.getSecret();
      return Optional.of(
          object(
              new Wanted(
                  Kind.SECRET,
                  source.getSecretName(),
                  source.getItems(),
                  mode(source.getDefaultMode()),
                  isTrue(source.getOptional()))));
    }
    if (volume.getConfigMap() != null) {
      var source = volume.getConfigMap();
      return Optional.of(
          object(
              new Wanted(
                  Kind.CONFIG_MAP,
                  source.getName(),
                  source.getItems(),
                  mode(source.getDefaultMode()),
                  isTrue(source.getOptional()))));
    }
    if (volume.getDownwardAPI() != null) {
      var source = volume.getDownwardAPI();
      return Optional.of(downward(source.getItems(), mode(source.getDefaultMode())));
    }
    return Optional.ofNullable(volume.getProjected())
        .map(source -> projected(source.getSources(), mode(source.getDefaultMode())));
  }

  private VolumeContent projected(List<VolumeProjection> sources, int mode) {
    var files = new HashMap<String, VolumeFile>();
    for (var source : sources) {
      switch (projection(source, mode)) {
        case VolumeContent.Files(var more) -> files.putAll(more);
        case VolumeContent.Missing missing -> {
          return missing;
        }
      }
    }
    return new VolumeContent.Files(files);
  }

  private VolumeContent projection(VolumeProjection source, int mode) {
    if (source.getSecret() != null) {
      var secret = source.getSecret();
      return object(
          new Wanted(
              Kind.SECRET,
              secret.getName(),
              secret.getItems(),
              mode,
              isTrue(secret.getOptional())));
    }
    if (source.getConfigMap() != null) {
      var map = source.getConfigMap();
      return object(
          new Wanted(
              Kind.CONFIG_MAP, map.getName(), map.getItems(), mode, isTrue(map.getOptional())));
    }
    if (source.getDownwardAPI() != null) return downward(source.getDownwardAPI().getItems(), mode);
    if (source.getServiceAccountToken() != null) {
      var path = source.getServiceAccountToken().getPath();
      return new VolumeContent.Files(Map.of(path, text(NO_REAL_TOKEN, mode)));
    }
    return new VolumeContent.Missing("a projection of this kind is not known to the pod runner");
  }

  private record Wanted(
      Kind kind, String name, List<KeyToPath> items, int mode, boolean optional) {}

  private VolumeContent object(Wanted wanted) {
    var object = new StoredObject(wanted.kind, facts.namespace(), wanted.name);
    return objects
        .find(object)
        .map(data -> wanted.items.isEmpty() ? all(data, wanted.mode) : chosen(object, data, wanted))
        .orElseGet(
            () ->
                wanted.optional
                    ? new VolumeContent.Files(Map.of())
                    : new VolumeContent.Missing(object + " is not there"));
  }

  private static VolumeContent all(Map<String, String> data, int mode) {
    var files = new HashMap<String, VolumeFile>();
    data.forEach((key, value) -> files.put(key, new VolumeFile(value, mode)));
    return new VolumeContent.Files(files);
  }

  private static VolumeContent chosen(
      StoredObject object, Map<String, String> data, Wanted wanted) {
    var files = new HashMap<String, VolumeFile>();
    for (var item : wanted.items) {
      var value = data.get(item.getKey());
      if (value != null) {
        files.put(item.getPath(), new VolumeFile(value, mode(item.getMode(), wanted.mode)));
      } else if (!wanted.optional) {
        return new VolumeContent.Missing(object + " has no key \"" + item.getKey() + "\"");
      }
    }
    return new VolumeContent.Files(files);
  }

  private VolumeContent downward(List<DownwardAPIVolumeFile> items, int mode) {
    var files = new HashMap<String, VolumeFile>();
    for (var item : items) {
      if (item.getFieldRef() == null) {
        return new VolumeContent.Missing("resources are not offered as files by the pod runner");
      }
      files.put(item.getPath(), text(facts.field(item.getFieldRef()), mode(item.getMode(), mode)));
    }
    return new VolumeContent.Files(files);
  }

  private static VolumeFile text(String text, int mode) {
    return new VolumeFile(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)), mode);
  }

  private static int mode(@Nullable Integer mode) {
    return mode(mode, USUAL_MODE);
  }

  private static int mode(@Nullable Integer mode, int otherwise) {
    return mode == null ? otherwise : mode;
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return value != null && value;
  }
}
