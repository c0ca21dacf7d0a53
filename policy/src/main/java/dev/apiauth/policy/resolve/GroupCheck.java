package dev.apiauth.policy.resolve;

import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.GroupAccessSpec;
import dev.apiauth.policy.spec.GroupSource;

/** Checks what a schema cannot see of groups: who can tell them, and rules that never count. */
final class GroupCheck {

  private static final String FIELD = "spec.access.groups";

  private GroupCheck() {}

  static void check(AtlassianApiAuthSpec spec, ProductProfile product, Findings findings) {
    GroupAccessSpec groups = spec.access().groups();
    if (groups.source() == GroupSource.Product) {
      source(product, findings);
    }
    groups.allow().stream()
        .filter(groups.deny()::contains)
        .forEach(
            group ->
                findings.warning(
                    FIELD + ".allow",
                    "the group \"%s\" is denied too, and deny goes first".formatted(group),
                    "Its members never call. Leave it out of one of the lists"));
  }

  private static void source(ProductProfile product, Findings findings) {
    if (product.groups() == null) {
      findings.error(
          FIELD + ".source",
          "%s cannot be asked for groups with a user's token".formatted(product.name()),
          "Write source: Credential, and have the providers' tokens tell the groups");
    }
  }
}
