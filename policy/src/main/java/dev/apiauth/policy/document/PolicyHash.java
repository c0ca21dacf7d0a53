package dev.apiauth.policy.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies a published policy.
 *
 * @param value the SHA-256, 64 hexadecimal digits
 */
public record PolicyHash(String value) {

  /** The hash of those bytes. */
  public static PolicyHash of(byte[] bytes) {
    try {
      return new PolicyHash(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The first digits, for people. */
  public String shortened() {
    return value.substring(0, 6);
  }
}
