package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.AudienceProofMode;
import dev.apiauth.policy.spec.ProviderSpec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tokens that may have been issued for any other application. */
record AudienceUnproven() implements LintCheck {

  @Override
  public String name() {
    return "audience-unproven";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    List<ProviderSpec> providers = subject.spec().providers();
    return IntStream.range(0, providers.size())
        .filter(at -> providers.get(at).audienceProof() == AudienceProofMode.InsecureNone)
        .mapToObj(
            at ->
                Problem.warning(
                    "spec.providers[%d].audienceProof".formatted(at),
                    "every application that %s knows can act here as its users"
                        .formatted(providers.get(at).name()),
                    "Use a preset, Introspection or ProviderCheck, which prove whom a token was"
                        + " issued for"));
  }
}
