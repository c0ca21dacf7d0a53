package dev.apiauth.sidecar.examples;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sidecar as it is shipped, without tests, and with the logs that it has then. */
final class ShippedClassPath {

  private ShippedClassPath() {}

  /** A file in that folder with the class path, as the quickstart's script hands it over. */
  static Path fileIn(Path folder) {
    String shipped =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    try {
      return Files.writeString(folder.resolve("classpath"), shipped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
