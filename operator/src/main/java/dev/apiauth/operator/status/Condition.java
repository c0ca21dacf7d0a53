package dev.apiauth.operator.status;

/** Judges one aspect of a resource. Pure. */
interface Condition {

  ConditionType type();

  Verdict judge(StatusFacts facts);
}
