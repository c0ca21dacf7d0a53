package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.ApiTokensSpec;
import dev.apiauth.policy.spec.Durations;
import java.time.Duration;
import java.util.stream.Stream;

/** API tokens that live longer than a year: nobody remembers where they lie. */
record ApiTokensLongLived() implements LintCheck {

  private static final Duration LONG = Duration.ofDays(365);

  @Override
  public String name() {
    return "api-tokens-long-lived";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    ApiTokensSpec tokens = subject.spec().credentialsOrDefault().apiTokens();
    if (tokens == null || Durations.parse(tokens.maxLifetime()).compareTo(LONG) <= 0) {
      return Stream.empty();
    }
    return Stream.of(
        Problem.warning(
            "spec.credentials.apiTokens.maxLifetime",
            "API tokens may live longer than a year",
            "8760h or less makes their owners rotate them"));
  }
}
