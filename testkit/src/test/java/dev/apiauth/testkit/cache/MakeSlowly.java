package dev.apiauth.testkit.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * A program that needs an entry, takes its time to make it and adds a line to a file: {@code ROOT}.
 */
final class MakeSlowly {

  private MakeSlowly() {}

  public static void main(String[] arguments) {
    var root = Path.of(arguments[0]);
    var _ = new TestCache(root).entry("thing", _ -> make(root.resolve("made")));
  }

  private static void make(Path log) throws IOException {
    Files.write(log, List.of("made"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
