package dev.apiauth.sidecar.prove.jws;

/** Which key of a set has to prove a token. */
public sealed interface KeySelection {

  /** Exactly this one. */
  record Chosen(VerificationKey key) implements KeySelection {}

  /** None: the provider may have published a new key since the set was fetched. */
  record Unknown() implements KeySelection {}

  /**
   * There are keys, and no newer set would help.
   *
   * @param because with the number of the check
   */
  record Unfit(String because) implements KeySelection {}
}
