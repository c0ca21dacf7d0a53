package dev.apiauth.testkit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheEntriesAreWholeOrAbsent {

  @TempDir private Path root;

  @Test
  void manyWhoNeedAnEntryMakeItOnce() throws Exception {
    var cache = new TestCache(root);
    var made = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var entries =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<Path>>mapToObj(
                      _ -> () -> cache.entry("thing", directory -> make(directory, made)))
                  .toList());
      for (var entry : entries) {
        assertThat(entry.get().resolve("file")).hasContent("whole");
      }
    }

    assertThat(made).hasValue(1);
  }

  @Test
  void twoProcessesMakeAnEntryOnce() throws Exception {
    var first = maker();
    var second = maker();

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(root.resolve("made")).content().hasLineCount(1);
  }

  private Process maker() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var program = MakeSlowly.class.getName();
    return new ProcessBuilder(java, "-cp", classPath, program, root.toString()).inheritIO().start();
  }

  @Test
  void aFailedAttemptLeavesNothingAndTheNextOneSucceeds() {
    var cache = new TestCache(root);
    assertThatThrownBy(() -> cache.entry("thing", CacheEntriesAreWholeOrAbsent::fail))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("half way");
    assertThat(root.resolve("thing")).doesNotExist();

    var entry = cache.entry("thing", directory -> make(directory, new AtomicInteger()));
    assertThat(entry).isDirectoryContaining(file -> file.endsWith("file"));
    assertThat(entry.resolve("half")).doesNotExist();
  }

  @Test
  void removingALinkLeavesWhatItLeadsTo() throws IOException {
    var precious = Files.writeString(root.resolve("precious"), "kept");
    var home = Files.createDirectories(root.resolve("home").resolve("data"));
    Files.createSymbolicLink(home.resolve("link"), root);

    TestCache.remove(root.resolve("home"));

    assertThat(root.resolve("home")).doesNotExist();
    assertThat(precious).hasContent("kept");
  }

  private static void make(Path directory, AtomicInteger made) throws IOException {
    made.incrementAndGet();
    Files.writeString(directory.resolve("file"), "whole");
  }

  private static void fail(Path directory) throws IOException {
    Files.writeString(directory.resolve("half"), "half");
    throw new IOException("half way");
  }
}
