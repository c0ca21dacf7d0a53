package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.spec.Operation;
import java.util.Optional;

/**
 * A request whose path is known.
 *
 * @param head the request
 * @param path the one path that the product's Tomcat resolves it to
 * @param below the innermost path below the context path, which rules are about
 * @param pathClass what kind of thing that is
 * @param operation what the request does to the product
 * @param rawQuery the query as it came, without the question mark; empty if there is none
 */
public record Target(
    RequestHead head,
    CanonicalPath path,
    ProductPath below,
    PathClass pathClass,
    Operation operation,
    Optional<String> rawQuery) {

  /** The same request, once its body has told what it does. */
  public Target doing(Operation told) {
    return new Target(head, path, below, pathClass, told, rawQuery);
  }
}
