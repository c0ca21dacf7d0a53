package dev.apiauth.sidecar.metrics;

/** Who is at the other end of a connection. */
public enum Peer {
  /** A client, or the proxy before us. */
  CLIENT,
  /** The product. */
  PRODUCT
}
