package dev.apiauth.policy.check;

/** What a {@link Problem} does to the resource. */
public enum Severity {
  /** The resource is refused; what was in force stays in force. */
  ERROR,
  /** The resource is accepted; whoever wrote it should know this. */
  WARNING
}
