package dev.apiauth.policy.request;

/** The HTTP versions that the sidecar speaks (RFC 9112, section 2.3). */
public enum ProtocolVersion {
  HTTP_1_0,
  HTTP_1_1
}
