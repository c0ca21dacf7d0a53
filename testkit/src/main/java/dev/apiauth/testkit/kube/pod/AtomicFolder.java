package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder whose files change all at once, laid out as the kubelet lays it out (k8s.io/kubernetes,
 * pkg/volume/util/atomic_writer.go): the files are in {@code ..<something>}, {@code ..data} leads
 * there and is swapped by a rename, and each visible name leads through {@code ..data}.
 */
final class AtomicFolder {

  private static final String DATA = "..data";
  private static final String NEXT_DATA = "..data_tmp";

  private final Path root;
  private Optional<Map<String, VolumeFile>> current = Optional.empty();
  private Optional<Path> payload = Optional.empty();

  AtomicFolder(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  Path root() {
    return root;
  }

  /** Does nothing if that is what is there. */
  synchronized void write(Map<String, VolumeFile> files) throws IOException {
    if (current.equals(Optional.of(files))) return;
    var next = Files.createTempDirectory(root, "..");
    for (var file : files.entrySet()) {
      writeFile(next.resolve(file.getKey()), file.getValue());
    }
    Files.setPosixFilePermissions(next, Set.copyOf(Files.getPosixFilePermissions(root)));
    swapTo(next);
    showNames(files.keySet().stream().map(AtomicFolder::topLevel).collect(Collectors.toSet()));
    if (payload.isPresent()) TestCache.remove(payload.get());
    payload = Optional.of(next);
    current = Optional.of(files);
  }

  private static void writeFile(Path path, VolumeFile file) throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, file.bytes());
    Files.setPosixFilePermissions(path, file.permissions());
  }

  private void swapTo(Path next) throws IOException {
    var link = root.resolve(NEXT_DATA);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, next.getFileName());
    Files.move(link, root.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
  }

  private void showNames(Set<String> names) throws IOException {
    for (var name : names) {
      var link = root.resolve(name);
      if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(link, Path.of(DATA, name));
      }
    }
    try (var there = Files.list(root)) {
      for (var stale : there.filter(path -> isStale(path, names)).toList()) {
        Files.delete(stale);
      }
    }
  }

  private static boolean isStale(Path path, Set<String> names) {
    var name = path.getFileName().toString();
    return !name.startsWith("..") && !names.contains(name);
  }

  private static String topLevel(String path) {
    return path.split("/", 2)[0];
  }
}
