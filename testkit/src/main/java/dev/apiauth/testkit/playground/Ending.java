package dev.apiauth.testkit.playground;

/** When a playground ends. */
public enum Ending {
  /** As soon as every call was made. */
  AT_ONCE,
  /** When somebody interrupts it: there is something to try. */
  WHEN_INTERRUPTED
}
