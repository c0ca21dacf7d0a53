package dev.apiauth.policy.document;

/** What was found where a published policy should be. */
public sealed interface PolicyReading {

  /** A whole set, and what identifies it. */
  record Complete(PolicySet set, PolicyHash hash) implements PolicyReading {}

  /**
   * What is there is wrong; the last good spec stays, with the secrets as they are now.
   *
   * @param why what is wrong with what is there; quotes no secret
   */
  record LastGood(PolicySet set, PolicyHash hash, String why) implements PolicyReading {}

  /** Half of a change: the rest may still be on its way. */
  record Incomplete(String why) implements PolicyReading {}

  /** Not a policy that this code reads; the sentence quotes no content. */
  record Unreadable(String why) implements PolicyReading {}
}
