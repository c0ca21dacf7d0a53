package dev.apiauth.operator.observe;

import java.util.Optional;

/**
 * A pod of a protected workload: what the API server says of it and what it answers itself.
 *
 * @param name the pod's name
 * @param address its address; empty while it has none
 * @param sidecar whether our sidecar is in it
 * @param enforcement what its sidecar says that it enforces
 * @param directAccess whether its product answers past the sidecar
 */
public record ObservedPod(
    String name,
    Optional<String> address,
    SidecarPresence sidecar,
    Enforcement enforcement,
    DirectAccess directAccess) {

  /** The same pod, of whose product's port something else is known. */
  public ObservedPod with(DirectAccess other) {
    return new ObservedPod(name, address, sidecar, enforcement, other);
  }

  /** Whether our sidecar is in a pod. */
  public enum SidecarPresence {
    /** It is there, as the operator would put it in today. */
    CURRENT,
    /** It is there, from an older template or image: the pod's next restart brings the current. */
    STALE,
    /** The pod was created before the resource, or past the webhook. */
    MISSING
  }
}
