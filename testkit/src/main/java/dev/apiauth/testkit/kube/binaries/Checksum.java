package dev.apiauth.testkit.kube.binaries;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest.
 *
 * @param hex in lower case
 */
record Checksum(String hex) {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /**
   * Finds a file's digest in what was published: the digest alone, or lines of digest and name as
   * {@code sha256sum} writes them.
   */
  static Optional<Checksum> published(String text, String fileName) {
    return text.lines()
        .map(line -> SPACE.split(line.strip()))
        .filter(words -> words.length == 1 || words[1].endsWith(fileName))
        .map(words -> new Checksum(words[0].toLowerCase(Locale.ROOT)))
        .filter(checksum -> checksum.hex().matches("[0-9a-f]{64}"))
        .findFirst();
  }

  static Checksum of(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var input = new DigestInputStream(Files.newInputStream(file), digest)) {
        input.transferTo(OutputStream.nullOutputStream());
      }
      return new Checksum(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
