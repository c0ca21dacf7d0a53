package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the token's user is, in the product. There is no falling back from a missing claim to {@code
 * sub}.
 *
 * @param claim the claim with the name; the preset's where it is left out
 * @param transform changes on the way from the claim to the user name, in order
 */
public record UsernameSpec(
    @Nullable @Size(min = 1, max = 253) String claim,
    @Size(min = 1, max = 8) List<TransformSpec> transform) {

  /** An absent list is empty. */
  public UsernameSpec {
    transform = Defaults.list(transform);
  }
}
