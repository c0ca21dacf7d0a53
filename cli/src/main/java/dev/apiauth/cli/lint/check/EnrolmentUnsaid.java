package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.IdentitySpec;
import dev.apiauth.policy.spec.VaultSpec;
import java.util.stream.Stream;

/** A vault whose missing entries tell nobody how to get in. */
record EnrolmentUnsaid() implements LintCheck {

  @Override
  public String name() {
    return "enrolment-unsaid";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    IdentitySpec identity = subject.spec().identity();
    VaultSpec vault = identity == null ? null : identity.personalAccessTokens();
    return vault != null && vault.enrolment() == null
        ? Stream.of(
            Problem.warning(
                "spec.identity.personalAccessTokens",
                "who has no token on file is refused, and not told how to get one there",
                "Add enrolment: {message: ..., url: https://...}"))
        : Stream.empty();
  }
}
