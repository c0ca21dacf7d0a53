package dev.apiauth.policy.spec;

/**
 * Signature algorithms that a provider may use (RFC 7518, section 3.1; RFC 8037). {@code none} and
 * shared secrets are not among them.
 */
public enum SignatureAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256,
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384,
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512,
  /** RSASSA-PSS with SHA-256. */
  PS256,
  /** RSASSA-PSS with SHA-384. */
  PS384,
  /** RSASSA-PSS with SHA-512. */
  PS512,
  /** ECDSA on P-256. */
  ES256,
  /** ECDSA on P-384. */
  ES384,
  /** ECDSA on P-521. */
  ES512,
  /** Ed25519. */
  EdDSA
}
