package dev.apiauth.operator.inject;

/** In which form the sidecar stands in the pod. */
public enum SidecarKind {
  /**
   * A restartable init container, the first one: it starts before everything else and ends last.
   * Services find its ports by name from Kubernetes 1.32.
   */
  NATIVE,
  /** One more container: in which order containers start and end cannot be enforced. */
  ORDINARY
}
