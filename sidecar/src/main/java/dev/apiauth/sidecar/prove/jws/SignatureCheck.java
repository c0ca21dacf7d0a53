package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.JwsAlgorithm;

/** The check of signatures with one key. Thread-safe; costs tens to hundreds of microseconds. */
@FunctionalInterface
interface SignatureCheck {

  /**
   * Whether {@code signature} is the key's over {@code signingInput}. Whatever is wrong with the
   * signature, the answer is no.
   *
   * @param algorithm one that the key is fit for
   */
  boolean passes(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature);
}
