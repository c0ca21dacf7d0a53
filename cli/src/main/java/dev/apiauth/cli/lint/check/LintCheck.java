package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import java.util.stream.Stream;

/** One thing that is worth a second look. */
public interface LintCheck {

  /** What it is called in findings; stable. */
  String name();

  /** Every place where the resource gives cause, as warnings. */
  Stream<Problem> look(LintSubject subject);
}
