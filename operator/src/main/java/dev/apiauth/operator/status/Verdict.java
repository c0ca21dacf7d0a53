package dev.apiauth.operator.status;

/**
 * What became of one condition.
 *
 * @param status whether it holds
 * @param reason why, for programs
 * @param message why, and what to do, for people; any length
 */
record Verdict(ConditionStatus status, ConditionReason reason, String message) {

  static Verdict yes(ConditionReason reason, String message) {
    return new Verdict(ConditionStatus.True, reason, message);
  }

  static Verdict no(ConditionReason reason, String message) {
    return new Verdict(ConditionStatus.False, reason, message);
  }

  static Verdict unknown(ConditionReason reason, String message) {
    return new Verdict(ConditionStatus.Unknown, reason, message);
  }
}
