package dev.apiauth.sidecar.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that is tested, as the build tells it; an IDE runs tests in the module's folder. */
final class Checkout {

  private Checkout() {}

  static Path root() {
    return Path.of(System.getProperty("apiauth.root", "..")).toAbsolutePath().normalize();
  }

  static String text(String path) {
    try {
      return Files.readString(root().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every YAML file below that folder, sorted. */
  static List<Path> yamlBelow(String folder) {
    try (var files = Files.walk(root().resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
