package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * From where calls may come, IPv4 or IPv6; a bare address is /32 or /128. Deny goes before allow.
 *
 * @param allow from these networks alone; from everywhere where it is left out
 * @param deny not from these
 */
@ValidationRule(
    value = "has(self.allow) || has(self.deny)",
    message = "name networks to allow or to deny, or leave cidrs out")
public record CidrAccessSpec(
    @Size(min = 1, max = 1024) List<@Size(min = 2, max = 49) String> allow,
    @Size(min = 1, max = 1024) List<@Size(min = 2, max = 49) String> deny) {

  /** Absent lists are empty. */
  public CidrAccessSpec {
    allow = Defaults.list(allow);
    deny = Defaults.list(deny);
  }
}
