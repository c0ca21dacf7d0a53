package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * Which scopes a token must carry (RFC 6749, section 3.3).
 *
 * @param allOf every one of these
 */
public record ScopesSpec(
    @Required @Size(min = 1, max = 32) List<@Size(min = 1, max = 253) String> allOf) {

  /** An absent list is empty. */
  public ScopesSpec {
    allOf = Defaults.list(allOf);
  }
}
