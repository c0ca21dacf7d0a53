package dev.apiauth.policy.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with one file.
 *
 * <p>Faults of shape (a missing field, a wrong type, too much of something) are told apart: a rule
 * is not evaluated above one, since it may rest on what is not there and cost more than was
 * bounded.
 */
final class Findings {

  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> faultyFields = new HashSet<>();
  private final Set<FieldPath> misshapen = new HashSet<>();

  /** A value that is wrong by itself. */
  void fault(FieldPath path, String message, String mend) {
    problems.add(Problem.error(path.text(), message, mend));
    faultyFields.add(path.text());
  }

  /** A value whose shape rules cannot rely on. */
  void shapeFault(FieldPath path, String message, String mend) {
    fault(path, message, mend);
    path.withAncestors().forEach(misshapen::add);
  }

  /** Whether something was already found at exactly this place. */
  boolean isFaulty(FieldPath path) {
    return faultyFields.contains(path.text());
  }

  /** Whether the value at a place, and all below it, has a shape that rules can rely on. */
  boolean isWellShaped(FieldPath path) {
    return !misshapen.contains(path);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }
}
