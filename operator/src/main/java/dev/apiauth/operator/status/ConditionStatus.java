package dev.apiauth.operator.status;

/** Whether a condition holds, from the best to the worst. */
enum ConditionStatus {
  /** It does. */
  True,
  /** Nobody can tell, or not yet. */
  Unknown,
  /** It does not. */
  False;

  boolean isWorseThan(ConditionStatus other) {
    return compareTo(other) > 0;
  }
}
