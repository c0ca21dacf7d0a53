package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * Secrets with the keys {@code username}, {@code token} and, if known, {@code expires}; or with one
 * key {@code pats.yaml} that lists such entries. Who may write such a Secret may grant an identity.
 *
 * @param secretSelector chooses Secrets of the resource's namespace by their labels
 * @param enrolment what a caller is told who has no token on file that can be used
 */
public record VaultSpec(
    @Required SecretSelector secretSelector, @Nullable EnrolmentSpec enrolment) {}
