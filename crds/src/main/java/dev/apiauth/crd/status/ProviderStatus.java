package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * How an identity provider is, as the sidecar says that is worst off.
 *
 * @param name the provider's name in the spec
 * @param state Ready, Stale (its keys are known, fetching them again fails) or Silent (no key of it
 *     is known)
 * @param keys how many of its keys are known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProviderStatus(
    @Required @Size(min = 1, max = 63) String name,
    @Required @Size(min = 1, max = 32) @Pattern("^[A-Z][A-Za-z]*$") String state,
    @Required @Min(0) int keys) {}
