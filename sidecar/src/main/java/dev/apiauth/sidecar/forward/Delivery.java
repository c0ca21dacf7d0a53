package dev.apiauth.sidecar.forward;

import java.util.Optional;

/**
 * What became of a forwarded request.
 *
 * @param status what the client got
 * @param productStatus what the product answered
 * @param actedAs as whom the product acted, where it said so
 * @param completeness whether the client got all of it
 */
public record Delivery(
    int status, int productStatus, Optional<String> actedAs, Completeness completeness) {

  /** Whether the client got the whole answer. */
  public enum Completeness {
    WHOLE,
    /**
     * The product or the client went away in the middle; the connection was closed so that the
     * client notices.
     */
    CUT
  }
}
