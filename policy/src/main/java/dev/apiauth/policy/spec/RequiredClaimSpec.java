package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * What a token must say beside issuer and audience.
 *
 * @param claim the claim, by name or path
 * @param anyOf the accepted values; a claim with several values must have one of them
 */
public record RequiredClaimSpec(
    @Required @Size(min = 1, max = 253) String claim,
    @Required @Size(min = 1, max = 64) List<@Size(min = 1, max = 512) String> anyOf) {

  /** An absent list is empty. */
  public RequiredClaimSpec {
    anyOf = Defaults.list(anyOf);
  }
}
