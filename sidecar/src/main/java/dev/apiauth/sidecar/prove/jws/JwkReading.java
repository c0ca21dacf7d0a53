package dev.apiauth.sidecar.prove.jws;

/** What became of one entry of a key set. */
sealed interface JwkReading {

  record Usable(VerificationKey key) implements JwkReading {}

  /**
   * The entry is left out; the others are not touched (J14).
   *
   * @param because for the log, without key material
   */
  record Unusable(String because) implements JwkReading {}
}
