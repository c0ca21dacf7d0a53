package dev.apiauth.testkit.product.repository;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * What a transfer token lets its holder do, once.
 *
 * @param user as whom
 * @param method GET or PUT
 * @param path of the object, below the context path
 */
public record TransferGrant(String user, String method, String path) {

  private static final String ATTRIBUTE = TransferGrant.class.getName();

  /** Remembers that the request came with a token for this. */
  public void attachTo(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What the request's token was for, if it came with one. */
  public static Optional<TransferGrant> of(ServletRequest request) {
    return Optional.ofNullable((TransferGrant) request.getAttribute(ATTRIBUTE));
  }
}
