package dev.apiauth.sidecar.prove;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A token's SHA-256: what stands for it in memory, where tokens themselves are not kept (O3). Two
 * tokens with one digest are not known to exist.
 */
public record TokenDigest(long first, long second, long third, long fourth) {

  /** The digest of a token as it was sent. */
  public static TokenDigest of(String token) {
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
    return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  /** Enough to find the token's lines in a log, too little to look for the token. */
  @Override
  public String toString() {
    return "%012x".formatted(first >>> 16);
  }
}
