package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;

/**
 * Browsers that have logged in to the product.
 *
 * @param policy Allow: the interface works, and so does whoever scripts with a cookie from the
 *     login page. Deny: session cookies are not passed on
 */
public record SessionsSpec(@Default("Allow") AllowOrDeny policy) {

  /** What holds where the section is left out. */
  public static final SessionsSpec DEFAULT = new SessionsSpec(AllowOrDeny.Allow);

  /** An absent field takes its default. */
  public SessionsSpec {
    policy = Defaults.orElse(policy, AllowOrDeny.Allow);
  }
}
