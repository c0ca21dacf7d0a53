package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

/**
 * Chooses Secrets of the resource's namespace by their labels.
 *
 * @param matchLabels every one of these labels; at least one
 */
public record SecretSelector(
    @Required @Size(min = 1, max = 8) Map<String, @Size(max = 63) String> matchLabels) {

  /** An absent map is empty. */
  public SecretSelector {
    matchLabels = Defaults.map(matchLabels);
  }
}
