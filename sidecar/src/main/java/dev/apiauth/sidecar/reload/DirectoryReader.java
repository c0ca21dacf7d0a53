package dev.apiauth.sidecar.reload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads the files of a directory as one consistent set.
 *
 * <p>In the layout of the kubelet, {@code ..data} is a link to the directory that holds the files;
 * it is resolved once, and all files are read from where it led, so that a swap in between does not
 * mix two sets. In a plain directory a change of several files may be seen half done.
 */
public final class DirectoryReader {

  private static final String KUBELET_DATA = "..data";

  private final Path directory;
  private final Predicate<String> names;
  private final FileLimits limits;

  /**
   * Reads nothing yet.
   *
   * @param directory where the files are
   * @param names which of them count; names that begin with a dot never do
   * @param limits how much is read
   */
  public DirectoryReader(Path directory, Predicate<String> names, FileLimits limits) {
    this.directory = directory;
    this.names = names;
    this.limits = limits;
  }

  /** Reads what is there now. */
  public FileReading read() {
    try {
      return readFrom(realDirectory());
    } catch (NoSuchFileException e) {
      return new FileReading.Absent("it is not there: " + e.getFile());
    } catch (IOException | UncheckedIOException e) {
      return new FileReading.Absent("it cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private Path realDirectory() throws IOException {
    Path data = directory.resolve(KUBELET_DATA);
    return (Files.exists(data, LinkOption.NOFOLLOW_LINKS) ? data : directory).toRealPath();
  }

  private FileReading readFrom(Path real) throws IOException {
    List<Path> found = list(real);
    if (found.size() > limits.files()) {
      return new FileReading.TooLarge(
          "there are more than %d files in it".formatted(limits.files()));
    }
    var files = new TreeMap<String, byte[]>();
    long left = limits.totalBytes();
    for (Path file : found) {
      byte[] bytes = read(file, Math.min(limits.fileBytes(), left) + 1);
      if (bytes.length > limits.fileBytes()) return tooLarge(file);
      left -= bytes.length;
      if (left < 0) return tooLargeTogether();
      files.put(file.getFileName().toString(), bytes);
    }
    return new FileReading.Read(FileSet.of(files));
  }

  private List<Path> list(Path real) throws IOException {
    try (var entries = Files.list(real)) {
      return entries
          .filter(entry -> counts(entry.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(limits.files() + 1L)
          .toList();
    }
  }

  private boolean counts(String name) {
    return !name.startsWith(".") && names.test(name);
  }

  private static byte[] read(Path file, long most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Math.toIntExact(most));
    }
  }

  private FileReading tooLarge(Path file) {
    return new FileReading.TooLarge(
        "%s is larger than %d bytes".formatted(file.getFileName(), limits.fileBytes()));
  }

  private FileReading tooLargeTogether() {
    return new FileReading.TooLarge(
        "its files are larger than %d bytes together".formatted(limits.totalBytes()));
  }
}
