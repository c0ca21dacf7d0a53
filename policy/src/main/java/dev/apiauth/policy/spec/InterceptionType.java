package dev.apiauth.policy.spec;

/** How requests come to the sidecar. */
public enum InterceptionType {
  /**
   * The sidecar takes over the port name {@code http} of the product's container; the product's own
   * port is called {@code http-app} from then on. Services that name the port lead to the sidecar
   * without a change.
   */
  PortTakeover
}
