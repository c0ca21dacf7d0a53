package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.CompiledProduct;
import dev.apiauth.policy.decide.GitOperations;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.request.RelativePath;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.request.RequestTarget;
import dev.apiauth.policy.spec.Operation;
import java.util.Optional;

/** Finds the one path that the product would resolve, and what kind of thing it is. */
public final class CanonicalizeTarget {

  /**
   * The request with its path and class.
   *
   * @return refuses with {@link Reason#AMBIGUOUS_PATH} a path that could be read in more than one
   *     way, or is merely spelled oddly (N2), and with {@link Reason#MALFORMED_MESSAGE} a target
   *     that is no path
   */
  public Outcome<Target> target(RequestHead head, CompiledPolicy policy) {
    return RequestTarget.of(head)
        .then(
            target ->
                switch (target) {
                  case RequestTarget.Resource(String path, Optional<String> query) ->
                      resource(head, path, query, policy.product());
                  case RequestTarget.WholeServer server ->
                      Outcome.refuse(Reason.MALFORMED_MESSAGE, "OPTIONS * is not answered here");
                });
  }

  private static Outcome<Target> resource(
      RequestHead head, String rawPath, Optional<String> query, CompiledProduct product) {
    return CanonicalPath.of(rawPath)
        .then(CanonicalPath::strict)
        .then(
            path ->
                below(path, product)
                    .then(
                        below ->
                            product
                                .classes()
                                .classify(below, head.method())
                                .map(
                                    pathClass ->
                                        new Target(
                                            head,
                                            path,
                                            below,
                                            pathClass,
                                            operation(pathClass, below, head, query, product),
                                            query))));
  }

  /** Git's requests say what they do in another way than a product's own. */
  private static Operation operation(
      PathClass pathClass,
      ProductPath below,
      RequestHead head,
      Optional<String> query,
      CompiledProduct product) {
    return pathClass == PathClass.GIT
        ? GitOperations.of(below, head.method(), query)
        : product.operations().of(below, head.method());
  }

  private static Outcome<ProductPath> below(CanonicalPath path, CompiledProduct product) {
    return path.relativeTo(product.context())
        .map(RelativePath::innermost)
        .orElseGet(
            () ->
                Outcome.refuse(
                    Reason.AMBIGUOUS_PATH, "it lies outside of the product's context path"));
  }
}
