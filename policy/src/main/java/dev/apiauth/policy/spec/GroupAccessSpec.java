package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * Whose members may call.
 *
 * @param allow members of any of these groups may call; {@code ["*"]}: everybody who was proven. A
 *     credential that does not tell its groups is refused wherever a group is named
 */
@ValidationRule(
    value = "!('*' in self.allow) || size(self.allow) == 1",
    message =
        "\"*\" stands for everybody who was proven, and makes the other groups mean nothing. Write"
            + " [\"*\"] alone, or leave it out",
    fieldPath = ".allow")
public record GroupAccessSpec(
    @Required @Size(min = 1, max = 256) List<@Size(min = 1, max = 253) String> allow) {

  /** An absent list is empty. */
  public GroupAccessSpec {
    allow = Defaults.list(allow);
  }
}
