package dev.apiauth.bench.party;

/** Who can be measured. */
public enum Party {
  /** Nobody between client and product. */
  DIRECT,
  /** nginx as a proxy that asks for no token. */
  NGINX,
  /** HAProxy, which verifies each token anew; left out where it is not installed. */
  HAPROXY,
  /** Ours. */
  SIDECAR
}
