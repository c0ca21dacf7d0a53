package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.Mode;
import java.util.stream.Stream;

/** A policy that is switched off: it may be meant, but not for long. */
record ModeDisabled() implements LintCheck {

  @Override
  public String name() {
    return "mode-disabled";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    return subject.spec().mode() == Mode.Disabled
        ? Stream.of(
            Problem.warning(
                "spec.mode",
                "everything passes, whoever calls",
                "Say Shadow to see what would be refused, Enforce to refuse it"))
        : Stream.empty();
  }
}
