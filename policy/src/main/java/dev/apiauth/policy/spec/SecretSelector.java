package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/**
 * Chooses Secrets of the resource's namespace by their labels.
 *
 * @param matchLabels every one of these labels; at least one
 */
public record SecretSelector(
    @Required
        @Size(min = 1, max = 8)
        @ValidationRule(
            value = "self.all(label, size(label) <= 317)",
            message = "the key of a label has at most 317 characters")
        Map<
                String,
                @Size(max = 63) @Pattern("^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$") String>
            matchLabels) {

  /** An absent map is empty. */
  public SecretSelector {
    matchLabels = Defaults.map(matchLabels);
  }
}
