package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * API tokens that this service issues itself: AtlassianApiToken resources that name this resource,
 * and Secrets with the labels. Without the section there are none.
 *
 * @param secretSelector chooses Secrets of the resource's namespace that hold the hash of a token
 *     ({@code apiauth token new} writes them)
 * @param header a header field that may carry an API token, beside Bearer and the password of
 *     Basic; the product never sees it
 * @param maxLifetime the longest time from issue to expiry, 1m to 9999h
 * @param maxPerUser how many tokens of one user are accepted at the same time; of more, the newest
 *     ones are refused
 */
@ValidationRule(
    value =
        "duration(self.maxLifetime) >= duration('1m') && duration(self.maxLifetime) <="
            + " duration('9999h')",
    message = "maxLifetime is a duration from 1m to 9999h",
    fieldPath = ".maxLifetime")
@ValidationRule(
    value =
        "!has(self.header) || !self.header.matches('^(?i)(authorization|proxy-authorization|cookie"
            + "|host|content-length|content-type|transfer-encoding|connection|upgrade|expect|te"
            + "|trailer|forwarded|x-forwarded-[a-z]+|x-real-ip)$')",
    message = "the field has a meaning of its own. Name another one, such as X-Api-Key",
    fieldPath = ".header")
public record ApiTokensSpec(
    @Nullable SecretSelector secretSelector,
    @Nullable @Size(min = 1, max = 63) @Pattern("^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$")
        String header,
    @Default("8760h") @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String maxLifetime,
    @Default("10") @Min(1) @Max(100) Integer maxPerUser) {

  /** Absent fields take their defaults. */
  public ApiTokensSpec {
    maxLifetime = Defaults.orElse(maxLifetime, "8760h");
    maxPerUser = Defaults.orElse(maxPerUser, 10);
  }
}
