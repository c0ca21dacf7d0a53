package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The volumes of one pod as folders. What is claimed is a folder that outlives the pod.
 *
 * <p>A {@code subPath} of objects is a copy that is made when the container starts and does not
 * change afterwards, as with a kubelet.
 */
final class PodVolumes {

  private final Path folder;
  private final Path claims;
  private final Map<String, AtomicFolder> ofObjects = new HashMap<>();
  private final Map<String, Path> plain = new HashMap<>();

  /**
   * @param folder the pod's own
   * @param claims where the folders of claims are
   */
  PodVolumes(Path folder, Path claims) {
    this.folder = folder;
    this.claims = claims;
  }

  /**
   * Makes what is not there yet and brings the rest up to date.
   *
   * @return what is missing, a sentence each; those volumes are as they were
   */
  synchronized List<String> bringUpToDate(List<Volume> volumes, VolumeReader reader)
      throws IOException {
    var missing = new ArrayList<String>();
    for (var volume : volumes) {
      bringUpToDate(volume, reader).ifPresent(missing::add);
    }
    return missing;
  }

  private Optional<String> bringUpToDate(Volume volume, VolumeReader reader) throws IOException {
    var content = reader.read(volume);
    if (content.isEmpty()) return makePlain(volume);
    return switch (content.get()) {
      case VolumeContent.Files(var files) -> {
        ofObjects(volume.getName()).write(files);
        yield Optional.empty();
      }
      case VolumeContent.Missing(var sentence) ->
          Optional.of("volume \"%s\": %s".formatted(volume.getName(), sentence));
    };
  }

  private AtomicFolder ofObjects(String volume) throws IOException {
    var known = ofObjects.get(volume);
    if (known != null) return known;
    var made = new AtomicFolder(folder.resolve("volumes").resolve(volume));
    ofObjects.put(volume, made);
    return made;
  }

  private Optional<String> makePlain(Volume volume) throws IOException {
    if (volume.getEmptyDir() != null) {
      return makePlain(volume, folder.resolve("volumes").resolve(volume.getName()));
    }
    if (volume.getPersistentVolumeClaim() != null) {
      return makePlain(volume, claims.resolve(volume.getPersistentVolumeClaim().getClaimName()));
    }
    return Optional.of(
        "volume \"%s\" is of a kind that the pod runner cannot mount".formatted(volume.getName()));
  }

  private Optional<String> makePlain(Volume volume, Path path) throws IOException {
    plain.put(volume.getName(), Files.createDirectories(path));
    return Optional.empty();
  }

  /** Where a container's mounts are on this machine. */
  synchronized MountPaths mountsOf(Container container) throws IOException {
    var paths = new HashMap<String, Path>();
    for (var mount : container.getVolumeMounts()) {
      paths.put(mount.getMountPath(), source(container.getName(), mount));
    }
    return new MountPaths(paths);
  }

  private Path source(String container, VolumeMount mount) throws IOException {
    var subPath = Optional.ofNullable(mount.getSubPath()).orElse("");
    var objects = ofObjects.get(mount.getName());
    if (objects != null) {
      return subPath.isEmpty() ? objects.root() : copied(container, objects.root(), mount, subPath);
    }
    var path = Optional.ofNullable(plain.get(mount.getName())).orElseThrow();
    return subPath.isEmpty() ? path : Files.createDirectories(path.resolve(subPath));
  }

  private Path copied(String container, Path from, VolumeMount mount, String subPath)
      throws IOException {
    var copy = folder.resolve("sub-paths").resolve(container).resolve(mount.getName());
    var target = copy.resolve(subPath);
    Files.createDirectories(target.getParent());
    if (Files.isDirectory(from.resolve(subPath))) return copiedFiles(from.resolve(subPath), target);
    return Files.copy(from.resolve(subPath), target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path copiedFiles(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }
}
