package dev.apiauth.policy.spec;

/** Whether refusals are carried out. */
public enum Mode {
  /** What the policy refuses is refused. */
  Enforce,
  /** Everything is decided and recorded; nothing but a malformed message is refused. */
  Shadow,
  /** Everything passes but malformed messages; API tokens of apiauth are taken out. */
  Disabled
}
