package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the product is made to act as the proven user.
 *
 * @param type which way
 * @param personalAccessTokens the vault of personal access tokens; with type PersonalAccessTokens
 * @param deniedUsernames users that are never acted as, such as administrators; compared without
 *     case
 */
@ValidationRule(
    value = "(self.type == 'PersonalAccessTokens') == has(self.personalAccessTokens)",
    message =
        "type PersonalAccessTokens needs personalAccessTokens: {secretSelector: {matchLabels:"
            + " ...}}",
    fieldPath = ".personalAccessTokens",
    reason = "FieldValueRequired")
public record IdentitySpec(
    @Required IdentityType type,
    @Nullable VaultSpec personalAccessTokens,
    @Size(min = 1, max = 256) List<@Size(min = 1, max = 253) String> deniedUsernames) {

  /** An absent list is empty. */
  public IdentitySpec {
    deniedUsernames = Defaults.list(deniedUsernames);
  }
}
