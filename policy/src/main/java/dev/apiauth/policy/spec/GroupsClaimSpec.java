package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which groups the token's user is in.
 *
 * @param claim the claim with the groups, by name or path; the preset's where it is left out
 * @param overage what happens where the token says that there are more groups than it holds
 */
public record GroupsClaimSpec(
    @Nullable @Size(min = 1, max = 253) String claim, @Default("Deny") GroupOverage overage) {

  /** An absent field takes its default. */
  public GroupsClaimSpec {
    overage = Defaults.orElse(overage, GroupOverage.Deny);
  }
}
