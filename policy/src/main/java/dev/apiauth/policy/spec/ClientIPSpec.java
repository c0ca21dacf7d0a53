package dev.apiauth.policy.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * How the address of the client is told. There is no default: a wrong one would let every caller
 * choose an address.
 *
 * @param type who is believed
 * @param xForwardedFor whose X-Forwarded-For is believed; only with that type
 */
@ValidationRule(
    value = "(self.type == 'XForwardedFor') == has(self.xForwardedFor)",
    message = "xForwardedFor belongs to type XForwardedFor, and that type needs it",
    fieldPath = ".xForwardedFor")
public record ClientIPSpec(
    @Required ClientIPType type,
    @JsonProperty("xForwardedFor") @Nullable XForwardedForSpec xForwardedFor) {}
