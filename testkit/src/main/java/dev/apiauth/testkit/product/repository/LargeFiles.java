package dev.apiauth.testkit.product.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Git LFS objects on disk, by the SHA-256 of their content; the same in every repository. */
public final class LargeFiles implements AutoCloseable {

  private static final Pattern OID = Pattern.compile("[0-9a-f]{64}");

  private final TemporaryFolder home = new TemporaryFolder("large-files-");

  /** The file with that content, if it was uploaded. */
  public Optional<Path> find(String oid) {
    return isOid(oid)
        ? Optional.of(home.path().resolve(oid)).filter(Files::exists)
        : Optional.empty();
  }

  public static boolean isOid(String text) {
    return OID.matcher(text).matches();
  }

  /**
   * Takes a file in while it arrives.
   *
   * @return false, and nothing is kept, if the content is not what the oid says
   */
  public boolean store(String oid, InputStream content) throws IOException {
    var arriving = Files.createTempFile(home.path(), "arriving-", "");
    try {
      if (!digestOf(content, arriving).equals(oid)) {
        return false;
      }
      Files.move(arriving, home.path().resolve(oid), StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private static String digestOf(InputStream content, Path copy) throws IOException {
    var digesting = new DigestInputStream(content, sha256());
    Files.copy(digesting, copy, StandardCopyOption.REPLACE_EXISTING);
    return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    home.close();
  }
}
