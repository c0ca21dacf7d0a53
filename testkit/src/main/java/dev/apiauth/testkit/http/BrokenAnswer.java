package dev.apiauth.testkit.http;

/**
 * What was received is no HTTP/1.1 answer: badly framed, cut short, or nothing at all.
 *
 * <p>The message says which, with the bytes that led there.
 */
public final class BrokenAnswer extends RuntimeException {

  public BrokenAnswer(String message) {
    super(message);
  }

  public BrokenAnswer(String message, Throwable cause) {
    super(message, cause);
  }
}
