package dev.apiauth.policy.resolve;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that everything is said at once and not one thing at a time. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();

  void error(String field, String message, String mend) {
    problems.add(Problem.error(field, message, mend));
  }

  void warning(String field, String message, String mend) {
    problems.add(Problem.warning(field, message, mend));
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
