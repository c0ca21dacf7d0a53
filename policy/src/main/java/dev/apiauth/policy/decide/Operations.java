package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.Operation;
import java.util.Set;

/**
 * What requests do to a product.
 *
 * <p>Not the method alone: a search may be a POST.
 */
public record Operations() {

  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT");

  /** What a request with that method to that path does. */
  public Operation of(ProductPath path, String method) {
    return LOOKING.contains(method) ? Operation.Read : Operation.Write;
  }
}
