package dev.apiauth.testkit.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that somebody edits: each edit replaces it as a whole, as most editors do. */
public record EditedFile(Path path) {

  public String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String text) {
    try {
      Files.createDirectories(path.getParent());
      Path beside = path.resolveSibling("." + path.getFileName() + ".new");
      Files.writeString(beside, text);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces a piece of the text.
   *
   * @throws IllegalStateException if it is not there exactly once: the example has changed
   */
  public void replace(String piece, String other) {
    String text = text();
    int at = text.indexOf(piece);
    if (at < 0 || text.indexOf(piece, at + 1) >= 0)
      throw new IllegalStateException("not exactly once in %s: %s".formatted(path, piece));
    write(text.replace(piece, other));
  }
}
