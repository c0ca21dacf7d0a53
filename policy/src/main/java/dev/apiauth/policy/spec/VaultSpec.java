package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;

/**
 * The vault of personal access tokens: Secrets with the keys {@code username}, {@code token} and,
 * if known, {@code expires}; or with one key {@code pats.yaml} that lists such entries. Who may
 * write such a Secret may grant an identity.
 *
 * @param secretSelector which Secrets of the resource's namespace
 */
public record VaultSpec(@Required SecretSelector secretSelector) {}
