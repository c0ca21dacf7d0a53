package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/**
 * When the token gets a new value. Rotation does not move the end of the token.
 *
 * @param trigger any text, such as {@code 2026-12}; a new text makes a new value, which takes the
 *     place of the former one in the Secret
 * @param overlap how long the former value stays valid beside the new one, 0s to 720h
 */
@ValidationRule(
    value =
        "duration(self.overlap) >= duration('0s') && duration(self.overlap) <= duration('720h')",
    message = "overlap is a duration from 0s to 720h",
    fieldPath = ".overlap")
public record RotationSpec(
    @Required @Size(min = 1, max = 63) String trigger,
    @Default("24h") @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String overlap) {

  /** An absent overlap is a day. */
  public RotationSpec {
    overlap = Defaults.orElse(overlap, "24h");
  }
}
