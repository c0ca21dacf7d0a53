package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/**
 * How long a provider's answers are remembered. Decisions never are.
 *
 * @param positiveTTL how long a good token is not asked about again, 0s to 10m, and never beyond
 *     its end. A token that is revoked at the provider is refused after this time
 * @param negativeTTL how long a bad token is not asked about again, 0s to 10s
 */
@ValidationRule(
    value =
        "!self.positiveTTL.matches('^([0-9]+[hms])+$') || duration(self.positiveTTL) <="
            + " duration('10m')",
    message = "positiveTTL is a duration from 0s to 10m",
    fieldPath = ".positiveTTL")
@ValidationRule(
    value =
        "!self.negativeTTL.matches('^([0-9]+[hms])+$') || duration(self.negativeTTL) <="
            + " duration('10s')",
    message = "negativeTTL is a duration from 0s to 10s",
    fieldPath = ".negativeTTL")
public record CacheSpec(
    @Default("60s") @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String positiveTTL,
    @Default("5s") @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String negativeTTL) {

  /** What holds where the section is left out. */
  public static final CacheSpec DEFAULT = new CacheSpec("60s", "5s");

  /** Absent fields take their defaults. */
  public CacheSpec {
    positiveTTL = Defaults.orElse(positiveTTL, "60s");
    negativeTTL = Defaults.orElse(negativeTTL, "5s");
  }
}
