package dev.apiauth.crd.generate;

import java.nio.file.Path;

/** The folder that is tested, as the build tells it; an IDE runs tests in the module's folder. */
final class Checkout {

  private Checkout() {}

  static Path root() {
    return Path.of(System.getProperty("apiauth.root", ".."));
  }
}
