package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's tokens look like, where it differs from the preset.
 *
 * @param typ which JOSE header {@code typ} they have; AtJwt for a provider with a type
 * @param algorithms which signature algorithms are accepted
 * @param maxLifetime the longest time from issue to expiry that is accepted, 1m to 720h; 24h where
 *     it is left out
 * @param maxLength the longest token that is read, in characters; 16384 where it is left out
 * @param prefixes how tokens begin that are no JWT, {@code gho_}; without one, this is the one
 *     provider that every unknown token goes to
 * @param audienceClaim where a token or the provider's answer says for whom the token was issued;
 *     the preset's, or {@code aud}
 */
@ValidationRule(
    value =
        "!has(self.maxLifetime) || (duration(self.maxLifetime) >= duration('1m') &&"
            + " duration(self.maxLifetime) <= duration('720h'))",
    message = "maxLifetime is a duration from 1m to 720h",
    fieldPath = ".maxLifetime")
public record TokensSpec(
    @Nullable TokenTyp typ,
    @Nullable @Size(min = 1, max = 10) List<SignatureAlgorithm> algorithms,
    @Nullable @Size(min = 2, max = 16) @Pattern(Durations.PATTERN) String maxLifetime,
    @Nullable @Min(512) @Max(65536) Integer maxLength,
    @Nullable @Size(min = 1, max = 16)
        List<@Size(min = 2, max = 63) @Pattern("^[-A-Za-z0-9._~+/]+$") String> prefixes,
    @Nullable @Size(min = 1, max = 253) String audienceClaim) {}
