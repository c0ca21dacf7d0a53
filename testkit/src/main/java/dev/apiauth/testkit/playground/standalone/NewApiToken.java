package dev.apiauth.testkit.playground.standalone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * An API token, made as docs/api-tokens.md says ("What a token looks like").
 *
 * @param id its public part
 * @param value the whole of it
 */
record NewApiToken(String id, String value) {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int ID = 12;
  private static final int SECRET = 32;
  private static final int CHECKSUM = 6;

  static NewApiToken random() {
    String id = random(ID);
    String body = "apiauth_" + id + "_" + random(SECRET);
    return new NewApiToken(id, body + checksum(body));
  }

  /** What is kept of it. */
  String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(ascii(value));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String random(int length) {
    return new SecureRandom()
        .ints(length, 0, ALPHABET.length())
        .mapToObj(at -> ALPHABET.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(ascii(body));
    var digits = new StringBuilder();
    for (long rest = crc.getValue(); digits.length() < CHECKSUM; rest /= ALPHABET.length())
      digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
    return digits.reverse().toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Its id alone. */
  @Override
  public String toString() {
    return "NewApiToken[" + id + "]";
  }
}
