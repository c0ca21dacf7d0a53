package dev.apiauth.testkit.kube.network;

/** Chooses how pods are connected. */
public final class PodNetworks {

  private PodNetworks() {}

  /**
   * A network namespace per pod where this machine allows it (root on Linux, with iproute2), else
   * one loopback for all. {@link PodNetwork#description()} says which, and why.
   */
  public static PodNetwork ofMachine() {
    try {
      return NamespacedNetwork.open();
    } catch (IpFailure notAllowed) {
      return new SharedNetwork(notAllowed.sentence());
    }
  }
}
