package dev.apiauth.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that the command line names; {@code -} is standard input. */
public final class TextFile {

  /** The name of standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int MOST_BYTES = 32 << 20;

  private TextFile() {}

  /**
   * The text of a file, as UTF-8.
   *
   * @throws UnusableInputException if it cannot be read or is larger than 32 MiB
   */
  public static String read(String name) {
    try (InputStream in = open(name)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) throw unusable(name, "larger than 32 MiB");
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw unusable(name, "no such file");
    } catch (IOException e) {
      throw unusable(name, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static InputStream open(String name) throws IOException {
    return name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name));
  }

  private static UnusableInputException unusable(String name, String why) {
    return new UnusableInputException("%s: %s".formatted(name, why));
  }
}
