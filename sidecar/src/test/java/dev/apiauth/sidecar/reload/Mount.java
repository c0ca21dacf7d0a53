package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;

/**
 * A directory that changes as the kubelet changes a mounted Secret: the files are links through
 * {@code ..data}, which is renamed from one complete directory to the next.
 */
final class Mount {

  private static final PolicyCodec CODEC = new PolicyCodec();

  private final Path directory;
  private int version;

  Mount(Path directory) {
    this.directory = directory;
  }

  /** Swaps to this set as the kubelet does, and removes the directory of the one before. */
  void swapTo(PolicySet set) {
    swapTo(CODEC.encode(set).files());
  }

  void swapTo(Map<String, byte[]> files) {
    try {
      Path before = target();
      Path next = Files.createDirectory(directory.resolve("..version_" + version++));
      for (var file : files.entrySet()) Files.write(next.resolve(file.getKey()), file.getValue());
      Path link = directory.resolve("..data_tmp");
      Files.createSymbolicLink(link, next.getFileName());
      Files.move(link, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
      for (String name : files.keySet()) linkTo(name);
      remove(before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void linkTo(String name) throws IOException {
    try {
      Files.createSymbolicLink(directory.resolve(name), Path.of("..data", name));
    } catch (FileAlreadyExistsException e) {
      // As in every swap but the first.
    }
  }

  private Path target() throws IOException {
    Path data = directory.resolve("..data");
    return Files.exists(data, LinkOption.NOFOLLOW_LINKS)
        ? data.toRealPath()
        : directory.resolve("none");
  }

  private static void remove(Path tree) throws IOException {
    if (!Files.exists(tree)) return;
    try (var walk = Files.walk(tree)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }

  /** Replaces the files one by one, each by renaming, the manifest last. */
  void replaceWith(PolicySet set) {
    replaceWith(CODEC.encode(set).files());
  }

  void replaceWith(Map<String, byte[]> files) {
    try {
      for (String name : files.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
        Path next = Files.write(directory.resolve("." + name + ".tmp"), files.get(name));
        Files.move(next, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
