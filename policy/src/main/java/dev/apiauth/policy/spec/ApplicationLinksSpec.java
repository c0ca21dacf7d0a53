package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * Calls of other applications, signed with OAuth 1.0a or as a JWT. The product verifies the
 * signature; nobody else can.
 *
 * @param policy Allow: calls of the listed consumers are passed on. Deny: refused
 * @param consumers the consumer keys (OAuth 1.0a) or issuers (JWT) that may call
 */
@ValidationRule(
    value = "self.policy != 'Allow' || has(self.consumers)",
    message =
        "application links are allowed by consumer. Add credentials.applicationLinks.consumers with"
            + " their consumer keys",
    fieldPath = ".consumers",
    reason = "FieldValueRequired")
public record ApplicationLinksSpec(
    @Default("Deny") AllowOrDeny policy,
    @Size(min = 1, max = 64) List<@Size(min = 1, max = 253) String> consumers) {

  /** What holds where the section is left out. */
  public static final ApplicationLinksSpec DEFAULT =
      new ApplicationLinksSpec(AllowOrDeny.Deny, List.of());

  /** An absent field takes its default. */
  public ApplicationLinksSpec {
    policy = Defaults.orElse(policy, AllowOrDeny.Deny);
    consumers = Defaults.list(consumers);
  }
}
