package dev.apiauth.testkit.product.repository;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that is made when it is first asked for, and removed with all that is in it. */
final class TemporaryFolder implements AutoCloseable {

  private final String prefix;
  private Optional<Path> made = Optional.empty();

  TemporaryFolder(String prefix) {
    this.prefix = prefix;
  }

  synchronized Path path() {
    if (made.isEmpty()) {
      made = Optional.of(create());
    }
    return made.get();
  }

  private Path create() {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public synchronized void close() {
    made.ifPresent(TemporaryFolder::delete);
    made = Optional.empty();
  }

  private static void delete(Path folder) {
    try {
      TestCache.remove(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
