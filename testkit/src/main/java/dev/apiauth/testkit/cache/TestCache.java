package dev.apiauth.testkit.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A directory of finished things: an entry is either absent or complete, whoever looks.
 *
 * <p>Several processes may share one cache. The first that needs an entry makes it beside its final
 * place and renames it; the others wait. Entries are never changed afterwards and never removed by
 * this class: a name must say everything that the content depends on.
 *
 * @param root where the entries lie
 */
public record TestCache(Path root) {

  /** A file lock belongs to the whole process, so threads of one process take turns here. */
  private static final ReentrantLock ONE_THREAD = new ReentrantLock();

  /** Fills the empty directory that it is given. */
  @FunctionalInterface
  public interface Maker {
    void fill(Path directory) throws IOException;
  }

  /**
   * The cache of this machine: system property {@code apiauth.cache}, else {@code
   * ~/.cache/apiauth}.
   */
  public static TestCache ofMachine() {
    var home = Path.of(System.getProperty("user.home"), ".cache", "apiauth");
    return new TestCache(Path.of(System.getProperty("apiauth.cache", home.toString())));
  }

  /** Where the build puts archives that it resolved, such as the Keycloak distribution. */
  public Path downloads() {
    return root.resolve("downloads");
  }

  /**
   * The entry of that name; made by {@code maker} when it is not there yet.
   *
   * <p>Blocks while another process makes the same entry. When the maker fails, nothing is kept and
   * its exception is thrown, so that the next call tries again.
   *
   * @throws UncheckedIOException if the maker or the file system fails
   */
  public Path entry(String name, Maker maker) {
    var entry = root.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    ONE_THREAD.lock();
    try {
      return lockedEntry(entry, maker);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the cache entry " + entry, e);
    } finally {
      ONE_THREAD.unlock();
    }
  }

  private Path lockedEntry(Path entry, Maker maker) throws IOException {
    Files.createDirectories(root);
    var lockFile = entry.resolveSibling(entry.getFileName() + ".lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!Files.isDirectory(entry)) {
        make(entry, maker);
      }
      return entry;
    }
  }

  private static void make(Path entry, Maker maker) throws IOException {
    var unfinished = entry.resolveSibling(entry.getFileName() + ".unfinished");
    remove(unfinished);
    Files.createDirectories(unfinished);
    maker.fill(unfinished);
    Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes a directory with all that is in it; an absent one is fine. */
  public static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var tree = Files.walk(directory)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
