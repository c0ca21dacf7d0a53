package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How an identity provider is, as the sidecar says that is worst off.
 *
 * @param name the provider's name in the spec
 * @param state Ready, Stale (its keys are known, fetching them again fails) or Silent (no key of it
 *     is known)
 * @param keys how many of its keys are known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProviderStatus(String name, String state, int keys) {}
