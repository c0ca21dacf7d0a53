package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.AllowOrDeny;
import java.util.stream.Stream;

/** Exceptions from a rule that does not hold. */
record ExceptionWithoutNeed() implements LintCheck {

  @Override
  public String name() {
    return "exception-without-need";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    boolean allowed =
        subject.spec().credentialsOrDefault().passwords().basic() == AllowOrDeny.Allow;
    return allowed && !Exceptions.of(subject).isEmpty()
        ? Stream.of(
            Problem.warning(
                Exceptions.FIELD,
                "passwords.basic is Allow, so everybody may use one and exceptions mean nothing",
                "Say basic: Deny, or take the exceptions out"))
        : Stream.empty();
  }
}
