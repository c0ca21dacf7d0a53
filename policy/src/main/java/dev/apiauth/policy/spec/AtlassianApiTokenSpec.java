package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API token for one user of one product. The operator makes its value, writes it once into a
 * Secret, and keeps a hash. To delete the resource is to revoke the token. Whoever may create one
 * may act as anybody: it grants an identity.
 *
 * @param policyRef the AtlassianApiAuth in front of the product; its {@code credentials.apiTokens}
 *     says how long tokens live and how many a user may have. Cannot be changed later
 * @param username whom the bearer acts as, as the product spells the name; cannot be changed later
 * @param groups the groups that the bearer counts as a member of for {@code access.groups}. Where
 *     it is left out, the token does not tell, and is refused wherever a group is named
 * @param notAfter when the token ends, in RFC 3339 form
 * @param lifetime how long after its creation the token ends, 1m to 9999h
 * @param operations what the token is good for; {@code [Read]} makes it read-only. Everything where
 *     it is left out
 * @param methods for which HTTP methods; all where it is left out
 * @param paths for which paths below the context path: each path and all below it, or a pattern
 *     with * and **; all where it is left out
 * @param cidrs from which networks, IPv4 or IPv6, a bare address is /32 or /128; from everywhere
 *     where it is left out. Needs {@code clientIP} in the AtlassianApiAuth
 * @param secretName the Secret into which the value is written, key {@code token}; the name of the
 *     resource and {@code -api-token} where it is left out. The Secret may be deleted once the
 *     value is taken: the token goes on
 * @param rotation when the token gets a new value; never where it is left out
 * @param removeAfterExpiry how long after its end the resource is deleted, with its Secret, 0s to
 *     9999h; {@code 0s}: never
 */
@ValidationRule(
    value = "has(self.notAfter) != has(self.lifetime)",
    message = "a token ends. Give it notAfter or lifetime, one of the two")
@ValidationRule(
    value =
        "!has(self.lifetime) || (duration(self.lifetime) >= duration('1m') &&"
            + " duration(self.lifetime) <= duration('9999h'))",
    message = "lifetime is a duration from 1m to 9999h",
    fieldPath = ".lifetime")
@ValidationRule(
    value =
        "duration(self.removeAfterExpiry) >= duration('0s') && duration(self.removeAfterExpiry) <="
            + " duration('9999h')",
    message = "removeAfterExpiry is a duration from 0s to 9999h",
    fieldPath = ".removeAfterExpiry")
public record AtlassianApiTokenSpec(
    @Required
        @ValidationRule(
            value = "self == oldSelf",
            message = "a token belongs to one policy. Make a new token, and delete this one")
        PolicyRef policyRef,
    @Required
        @Size(min = 1, max = 253)
        @Pattern("^[^\\x00-\\x1f\\x7f]+$")
        @ValidationRule(
            value = "self == oldSelf",
            message = "a token belongs to one user. Make a new token, and delete this one")
        String username,
    @Nullable @Size(min = 1, max = 256) List<@Size(min = 1, max = 253) String> groups,
    @Nullable @Size(min = 20, max = 32) @Pattern(Times.PATTERN) String notAfter,
    @Nullable @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String lifetime,
    @Size(min = 1, max = 3) List<Operation> operations,
    @Size(min = 1, max = 8) List<@Size(min = 1, max = 16) @Pattern("^[A-Z]+$") String> methods,
    @Size(min = 1, max = 64) List<@Size(min = 1, max = 512) String> paths,
    @Size(min = 1, max = 256) List<@Size(min = 2, max = 49) String> cidrs,
    @Nullable @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$")
        String secretName,
    @Nullable RotationSpec rotation,
    @Default("720h") @Size(min = 2, max = 16) @Pattern(Durations.PATTERN)
        String removeAfterExpiry) {

  /** Absent lists do not narrow; absent fields take their defaults. */
  public AtlassianApiTokenSpec {
    groups = groups == null ? null : List.copyOf(groups);
    operations = Defaults.list(operations);
    methods = Defaults.list(methods);
    paths = Defaults.list(paths);
    cidrs = Defaults.list(cidrs);
    removeAfterExpiry = Defaults.orElse(removeAfterExpiry, "720h");
  }
}
