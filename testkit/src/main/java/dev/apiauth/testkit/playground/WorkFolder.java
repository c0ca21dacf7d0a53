package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of one playground: resources to be edited, Secrets, logs. It is {@code
 * target/playground} unless another playground runs there. The last run's logs stay until the next.
 */
public final class WorkFolder implements AutoCloseable {

  private static final int MOST_AT_ONCE = 32;

  private final Path path;
  private final FileChannel lock;

  private WorkFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** An empty one below the checkout's {@code target}. */
  public static WorkFolder in(Path checkout) {
    try {
      Path target = Files.createDirectories(checkout.resolve("target"));
      for (int number = 1; number <= MOST_AT_ONCE; number++) {
        String name = number == 1 ? "playground" : "playground-" + number;
        var lock =
            FileChannel.open(
                target.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (isMine(lock)) return emptied(target.resolve(name), lock);
        lock.close();
      }
      throw new IllegalStateException("%d playgrounds run already".formatted(MOST_AT_ONCE));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder to work in", e);
    }
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  private static WorkFolder emptied(Path path, FileChannel lock) throws IOException {
    TestCache.remove(path);
    Files.createDirectories(path);
    return new WorkFolder(path, lock);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
