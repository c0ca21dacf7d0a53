package dev.apiauth.policy.spec;

/** Whether a kind of credential is accepted. */
public enum AllowOrDeny {
  /** Accepted, within the other rules. */
  Allow,
  /** Refused. */
  Deny
}
