package dev.apiauth.policy.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one file.
 *
 * <p>Faults of shape (a missing field, a wrong type, too much of something) are told apart: a rule
 * is not evaluated above one, since it may rest on what is not there and cost more than was
 * bounded.
 */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();
  private final List<FieldPath> misshapen = new ArrayList<>();

  /** A value that is wrong by itself. */
  void fault(FieldPath path, String message, String mend) {
    problems.add(Problem.error(path.text(), message, mend));
  }

  /** A value whose shape rules cannot rely on. */
  void shapeFault(FieldPath path, String message, String mend) {
    fault(path, message, mend);
    misshapen.add(path);
  }

  /** Whether rules may be evaluated on the value at a place. */
  boolean isWellShaped(FieldPath path) {
    return misshapen.stream().noneMatch(path::contains);
  }

  List<Problem> problems() {
    return problems.stream().distinct().toList();
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }
}
