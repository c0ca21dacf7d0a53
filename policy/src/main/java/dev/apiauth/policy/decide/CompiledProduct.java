package dev.apiauth.policy.decide;

import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.PathClasses;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.request.ProductPath;
import java.util.Set;

/**
 * A product, ready to be asked what its paths are.
 *
 * @param profile what is known about it
 * @param context where its web application is mounted
 * @param classes what kind of thing each path is
 * @param operations what requests do to it
 * @param sessionCookies the cookies that make it take a request for a user's
 * @param tokenReach where it accepts its own tokens
 * @param tokenExceptions where it refuses them below that
 */
public record CompiledProduct(
    ProductProfile profile,
    ContextPath context,
    PathClasses classes,
    Operations operations,
    Set<String> sessionCookies,
    PathPatterns tokenReach,
    PathPatterns tokenExceptions) {

  /** Whether the product can be called with one of its tokens there at all. */
  public boolean acceptsTokens(ProductPath path) {
    return tokenReach.matches(path) && !tokenExceptions.matches(path);
  }
}
