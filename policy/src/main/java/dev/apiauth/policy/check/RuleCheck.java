package dev.apiauth.policy.check;

/** Evaluates the rules of a schema on a value whose shape is right. */
final class RuleCheck {

  private final RulePrograms programs;
  private final Findings findings;

  RuleCheck(RulePrograms programs, Findings findings) {
    this.programs = programs;
    this.findings = findings;
  }

  /** Reports every rule on this one value that does not hold. */
  void check(Place place) {
    if (!findings.isWellShaped(place.path())) return;
    for (CelRule rule : place.schema().rules()) {
      FieldPath meant = place.path().relative(rule.fieldPath());
      if (!isKnownToBeFaulty(rule, meant) && !programs.holds(rule, place.value())) {
        findings.fault(meant, words(rule), "");
      }
    }
  }

  /** A text that is no duration at all need not be told that it is out of range, too. */
  private boolean isKnownToBeFaulty(CelRule rule, FieldPath meant) {
    return !rule.fieldPath().isEmpty() && findings.isFaulty(meant);
  }

  /** The API server's prefix for the reason; for its default, the message alone says it better. */
  private static String words(CelRule rule) {
    return rule.reason().equals("FieldValueRequired")
        ? ApiServerWords.required(rule.message())
        : rule.message();
  }
}
