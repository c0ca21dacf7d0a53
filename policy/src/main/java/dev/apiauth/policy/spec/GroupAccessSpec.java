package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/**
 * Whose members may call. Deny goes before allow, allow before readOnly.
 *
 * @param source who says which groups a caller is in
 * @param allow members of any of these groups may call; {@code ["*"]}: everybody who was proven. A
 *     credential that does not tell its groups is refused wherever a group is named
 * @param deny members of any of these may not, whatever else they are in
 * @param readOnly members of any of these may only read
 * @param whenAbsent what groups that are not told count as
 */
@ValidationRule(
    value = "!('*' in self.allow) || size(self.allow) == 1",
    message =
        "\"*\" stands for everybody who was proven, and makes the other groups mean nothing. Write"
            + " [\"*\"] alone, or leave it out",
    fieldPath = ".allow")
public record GroupAccessSpec(
    @Default("Credential") GroupSource source,
    @Required @Size(min = 1, max = 1024) List<@Size(min = 1, max = 253) String> allow,
    @Size(min = 1, max = 1024) List<@Size(min = 1, max = 253) String> deny,
    @Size(min = 1, max = 1024) List<@Size(min = 1, max = 253) String> readOnly,
    @Default("Refuse") AbsentGroups whenAbsent) {

  /** Absent fields take their defaults. */
  public GroupAccessSpec {
    source = Defaults.orElse(source, GroupSource.Credential);
    allow = Defaults.list(allow);
    deny = Defaults.list(deny);
    readOnly = Defaults.list(readOnly);
    whenAbsent = Defaults.orElse(whenAbsent, AbsentGroups.Refuse);
  }

  /** Those groups alone, told by the credential. */
  public static GroupAccessSpec allowing(List<String> allow) {
    return new GroupAccessSpec(
        GroupSource.Credential, allow, List.of(), List.of(), AbsentGroups.Refuse);
  }
}
