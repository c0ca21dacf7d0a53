package dev.apiauth.policy.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose X-Forwarded-For is believed.
 *
 * @param trustedCIDRs the addresses of the proxies themselves, such as the ingress controllers;
 *     never the pod network. Read from the right, the first address that is not trusted is the
 *     client; if all are trusted, the farthest one is
 * @param numTrustedHops how many proxies stand in front of the pod, where their addresses are not
 *     known
 */
@ValidationRule(
    value = "has(self.trustedCIDRs) != has(self.numTrustedHops)",
    message = "say either trustedCIDRs or numTrustedHops, not both and not neither")
public record XForwardedForSpec(
    @JsonProperty("trustedCIDRs") @Nullable @Size(min = 1, max = 256)
        List<@Size(min = 2, max = 49) String> trustedCIDRs,
    @Nullable @Min(1) @Max(16) Integer numTrustedHops) {}
