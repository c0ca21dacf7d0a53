package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.JwsAlgorithm;
import java.util.Optional;
import java.util.Set;

/**
 * A key that is fit to prove signatures with some algorithms. Two keys are equal if they are the
 * same key under the same name for the same use.
 */
public final class VerificationKey {

  private final Optional<String> id;
  private final String thumbprint;
  private final Set<JwsAlgorithm> algorithms;
  private final SignatureCheck check;

  VerificationKey(
      Optional<String> id, String thumbprint, Set<JwsAlgorithm> algorithms, SignatureCheck check) {
    this.id = id;
    this.thumbprint = thumbprint;
    this.algorithms = Set.copyOf(algorithms);
    this.check = check;
  }

  /** The {@code kid}, if the key has one. */
  public Optional<String> id() {
    return id;
  }

  /** The key itself in short (RFC 7638, SHA-256), for logs and status. */
  public String thumbprint() {
    return thumbprint;
  }

  /** Whether the key may be used with {@code algorithm} (J5). */
  boolean fits(JwsAlgorithm algorithm) {
    return algorithms.contains(algorithm);
  }

  /** The {@code kty}; algorithms of a key never span two. */
  JwsAlgorithm.KeyType type() {
    return algorithms.iterator().next().keyType();
  }

  /**
   * Whether {@code signature} is this key's. Blocks for the time of one cryptographic operation.
   */
  boolean proves(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
    return fits(algorithm) && check.passes(algorithm, signingInput, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey that
        && thumbprint.equals(that.thumbprint)
        && id.equals(that.id)
        && algorithms.equals(that.algorithms);
  }

  @Override
  public int hashCode() {
    return thumbprint.hashCode();
  }

  @Override
  public String toString() {
    return "VerificationKey[" + thumbprint + "]";
  }
}
