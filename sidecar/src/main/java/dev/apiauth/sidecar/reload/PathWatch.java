package dev.apiauth.sidecar.reload;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until files or directories change, or a time has passed. For one thread.
 *
 * <p>Notices are hints: they may come late, twice or never, so that whoever waits must look in any
 * case, and look now and then without one.
 */
final class PathWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PathWatch.class);

  /** The names that matter in a directory; empty stands for all. */
  private final Map<WatchKey, Set<Path>> keys = new HashMap<>();

  private final @Nullable WatchService service;

  private PathWatch(@Nullable WatchService service) {
    this.service = service;
  }

  /** A watch; one that sleeps instead where the system has no notices left to give (inotify). */
  static PathWatch open() {
    try {
      return new PathWatch(FileSystems.getDefault().newWatchService());
    } catch (IOException e) {
      LOG.warn("files cannot be watched and are looked at now and then instead", e);
      return new PathWatch(null);
    }
  }

  /**
   * Watches these paths and no others. A path is watched by its directory, since files are replaced
   * by renaming and links by other links; a path that is a directory is watched inside, too. What
   * does not exist is not watched until the next call.
   */
  void watch(Collection<Path> paths) {
    if (service == null) return;
    var wanted = new HashMap<WatchKey, Set<Path>>();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      Path parent = absolute.getParent();
      if (parent != null) register(service, parent, Set.of(absolute.getFileName()), wanted);
      if (Files.isDirectory(absolute)) register(service, absolute, Set.of(), wanted);
    }
    keys.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(WatchKey::cancel);
    keys.clear();
    keys.putAll(wanted);
  }

  private static void register(
      WatchService service, Path directory, Set<Path> names, Map<WatchKey, Set<Path>> wanted) {
    try {
      var key =
          directory.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      wanted.merge(key, names, PathWatch::both);
    } catch (IOException e) {
      // Gone, or never there: whoever waits looks again after a while in any case.
    }
  }

  private static Set<Path> both(Set<Path> some, Set<Path> others) {
    if (some.isEmpty() || others.isEmpty()) return Set.of();
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  /**
   * Waits until something that matters changes, for {@code most} at most.
   *
   * @return whether it did
   */
  boolean awaitChange(Duration most) throws InterruptedException {
    if (service == null) {
      Thread.sleep(most);
      return false;
    }
    return awaitNotice(service, most);
  }

  private boolean awaitNotice(WatchService service, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos(); left > 0; left = end - System.nanoTime()) {
      WatchKey key = service.poll(left, TimeUnit.NANOSECONDS);
      if (key == null) return false;
      boolean matters = matters(key);
      key.reset();
      if (matters) return true;
    }
    return false;
  }

  private boolean matters(WatchKey key) {
    Set<Path> names = keys.getOrDefault(key, Set.of());
    return key.pollEvents().stream().anyMatch(event -> matters(event, names));
  }

  private static boolean matters(WatchEvent<?> event, Set<Path> names) {
    return names.isEmpty()
        || event.kind().equals(StandardWatchEventKinds.OVERFLOW)
        || (event.context() instanceof Path name && names.contains(name));
  }

  @Override
  public void close() throws IOException {
    if (service != null) service.close();
  }
}
