package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/**
 * How long a provider's public keys are kept.
 *
 * @param refreshInterval how old keys get before they are fetched again, 30s to 24h. A key that the
 *     provider withdraws is refused after this time and 30 s more
 * @param maxStaleness how long known keys are good while the provider does not answer, 1m to 168h,
 *     and not shorter than refreshInterval
 */
@ValidationRule(
    value =
        "duration(self.refreshInterval) >= duration('30s') && duration(self.refreshInterval) <="
            + " duration('24h')",
    message = "refreshInterval is a duration from 30s to 24h",
    fieldPath = ".refreshInterval")
@ValidationRule(
    value =
        "duration(self.maxStaleness) >= duration('1m') && duration(self.maxStaleness) <="
            + " duration('168h')",
    message = "maxStaleness is a duration from 1m to 168h",
    fieldPath = ".maxStaleness")
@ValidationRule(
    value =
        "!self.refreshInterval.matches('^([0-9]+[hms])+$') || duration(self.maxStaleness) >="
            + " duration(self.refreshInterval)",
    message =
        "maxStaleness is not shorter than refreshInterval, or keys would end before they are"
            + " fetched again",
    fieldPath = ".maxStaleness")
public record KeysSpec(
    @Default("1h") @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String refreshInterval,
    @Default("24h") @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String maxStaleness) {

  /** What holds where the section is left out. */
  public static final KeysSpec DEFAULT = new KeysSpec("1h", "24h");

  /** Absent fields take their defaults. */
  public KeysSpec {
    refreshInterval = Defaults.orElse(refreshInterval, "1h");
    maxStaleness = Defaults.orElse(maxStaleness, "24h");
  }
}
