package dev.apiauth.policy.egress;

/** What {@link EgressRules} say about a URL. */
public sealed interface EgressVerdict {

  /** The URL may be fetched, provided that every address of its host passes too. */
  record Admitted(EgressUrl url) implements EgressVerdict {}

  /**
   * The URL is never fetched.
   *
   * @param because the end of a sentence that begins with the field's name, with the mend where
   *     there is one
   */
  record Refused(String because) implements EgressVerdict {}
}
