package dev.apiauth.policy.spec;

/** What becomes of the product's own port, where callers would get past the sidecar. */
public enum DirectAccessPolicy {
  /** A NetworkPolicy closes it, and the condition Protected is False while it answers. */
  Refuse,
  /**
   * No NetworkPolicy is made. That the port answers is still told, but it alone does not make Ready
   * False.
   */
  Tolerate
}
