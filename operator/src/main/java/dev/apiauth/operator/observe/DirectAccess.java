package dev.apiauth.operator.observe;

/** What the operator's own attempt to reach the product past the sidecar came to. */
public sealed interface DirectAccess {

  /** The product's port took the connection. */
  record Answers(int port) implements DirectAccess {}

  /** The product's port is silent or refuses, while the sidecar's port of the same pod answers. */
  record Closed(int port) implements DirectAccess {}

  /**
   * Nothing can be said: the pod cannot be reached from the operator at all, or it is not up.
   *
   * @param why a sentence for the status
   */
  record Unknown(String why) implements DirectAccess {}
}
