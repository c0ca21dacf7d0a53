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
      if (!programs.holds(rule, place.value())) {
        findings.fault(place.path().relative(rule.fieldPath()), words(rule), "");
      }
    }
  }

  /** The API server's prefix for the reason; for its default, the message alone says it better. */
  private static String words(CelRule rule) {
    return rule.reason().equals("FieldValueRequired")
        ? ApiServerWords.required(rule.message())
        : rule.message();
  }
}
