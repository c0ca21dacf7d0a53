package dev.apiauth.sidecar.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Data that no compression makes smaller. */
final class Noise {

  private static final int PIECE = 1 << 20;

  private Noise() {}

  /** Text of about that many characters, three quarters of which are noise. */
  static String text(int length) {
    byte[] bytes = new byte[length * 3 / 4];
    generator().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Writes a file of that many MiB. */
  static void write(Path file, int mebibytes) {
    var random = generator();
    byte[] piece = new byte[PIECE];
    try (var out = Files.newOutputStream(file)) {
      for (int i = 0; i < mebibytes; i++) {
        random.nextBytes(piece);
        out.write(piece);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RandomGenerator generator() {
    return RandomGenerator.of("Xoshiro256PlusPlus");
  }
}
