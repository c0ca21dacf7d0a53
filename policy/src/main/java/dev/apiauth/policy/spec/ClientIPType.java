package dev.apiauth.policy.spec;

/** How the address of the client is told. */
public enum ClientIPType {
  /** The other end of the connection is the client: nothing stands in front of the pod. */
  DirectPeer,
  /** Trusted proxies report it in X-Forwarded-For. */
  XForwardedFor
}
