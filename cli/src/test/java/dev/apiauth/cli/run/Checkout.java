package dev.apiauth.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that is tested, as the build tells it; an IDE runs tests in the module's folder. */
public final class Checkout {

  private Checkout() {}

  public static Path file(String path) {
    return Path.of(System.getProperty("apiauth.root", ".."))
        .toAbsolutePath()
        .normalize()
        .resolve(path);
  }

  /** A folder of this module's test resources, in the sources. */
  public static Path resources(String folder) {
    return file("cli/src/test/resources/dev/apiauth/cli").resolve(folder);
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
