package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;

/**
 * Tokens that the product issued itself, sent by the caller.
 *
 * @param policy Allow: passed on once the product has told whose they are. Deny: refused here,
 *     never passed on
 */
public record ProductTokensSpec(@Default("Deny") AllowOrDeny policy) {

  /** What holds where the section is left out. */
  public static final ProductTokensSpec DEFAULT = new ProductTokensSpec(AllowOrDeny.Deny);

  /** An absent field takes its default. */
  public ProductTokensSpec {
    policy = Defaults.orElse(policy, AllowOrDeny.Deny);
  }
}
