package dev.apiauth.sidecar.prove.keys;

import java.util.Set;

/** Where a provider's keys are. */
public sealed interface KeyLocation {

  /**
   * In the key set that the provider's metadata names (OpenID Connect Discovery 1.0; RFC 8414).
   *
   * @param issuers one of which the metadata must name as the provider, byte for byte: a provider
   *     may issue under several names and describe itself under one
   * @param url of the metadata; not derived from the issuer, which may be a name from outside
   */
  record Discovery(Set<String> issuers, String url) implements KeyLocation {

    /** Keeps a copy. */
    public Discovery {
      issuers = Set.copyOf(issuers);
    }
  }

  /**
   * In a key set at a known place.
   *
   * @param url of the JWK Set
   */
  record JwksUrl(String url) implements KeyLocation {}

  /**
   * In the policy itself; nothing is fetched, and a rotation is an edit.
   *
   * @param jwks the JWK Set (RFC 7517, section 5)
   */
  record Inline(String jwks) implements KeyLocation {}
}
