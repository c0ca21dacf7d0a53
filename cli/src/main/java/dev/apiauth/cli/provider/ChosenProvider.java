package dev.apiauth.cli.provider;

import dev.apiauth.cli.input.ReadResource;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.spec.ProviderSpec;
import java.util.Objects;

/**
 * One provider of a policy, in all its forms.
 *
 * @param spec as it was written
 * @param document with everything that its preset says
 * @param compiled as it decides
 * @param policy the policy that it is in
 */
record ChosenProvider(
    ProviderSpec spec,
    ProviderDocument document,
    CompiledProvider compiled,
    CompiledPolicy policy) {

  static ChosenProvider of(ReadResource.Usable usable, String name) {
    return new ChosenProvider(
        usable.resource().spec().providers().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(),
        usable.set().document().providers().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(),
        Objects.requireNonNull(usable.policy().providers().get(name)),
        usable.policy());
  }
}
