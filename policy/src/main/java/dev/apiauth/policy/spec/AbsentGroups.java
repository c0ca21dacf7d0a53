package dev.apiauth.policy.spec;

/** What groups that a credential does not tell count as. */
public enum AbsentGroups {
  /** Unknown, and refused wherever a group is named. */
  Refuse,
  /** None at all: enough for deny and readOnly, never for allow. */
  Empty
}
