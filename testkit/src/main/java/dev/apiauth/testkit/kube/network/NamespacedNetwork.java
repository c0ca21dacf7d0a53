package dev.apiauth.testkit.kube.network;

import dev.apiauth.testkit.kube.network.Attachment.Attached;
import dev.apiauth.testkit.kube.network.Attachment.Refused;
import java.util.HashSet;
import java.util.Set;

/** A namespace per pod, all on one bridge: addresses are real, and ports clash with nobody's. */
public final class NamespacedNetwork implements PodNetwork {

  private final PodBridge bridge;
  private final Thread whenTheProcessEnds;
  private final Set<Integer> used = new HashSet<>();
  private int latest = Subnet.FIRST_POD - 1;

  private NamespacedNetwork(PodBridge bridge) {
    this.bridge = bridge;
    this.whenTheProcessEnds = new Thread(bridge::down, "take pod network down");
  }

  /**
   * Removes what killed processes left, then makes a network.
   *
   * @throws IpFailure where that is not allowed
   */
  static NamespacedNetwork open() {
    Ip.run("-V");
    SubnetClaim.abandoned().forEach(claim -> new PodBridge(claim).down());
    var bridge = new PodBridge(SubnetClaim.take());
    try {
      bridge.up();
      NamespacedLink.tryOut(bridge);
    } catch (IpFailure notAllowed) {
      bridge.down();
      throw notAllowed;
    }
    var network = new NamespacedNetwork(bridge);
    Runtime.getRuntime().addShutdownHook(network.whenTheProcessEnds);
    return network;
  }

  /** Addresses go round, so that a new pod does not get the address of one that just ended. */
  @Override
  public synchronized Attachment attach(String pod, Set<Integer> ports) {
    for (int tried = Subnet.FIRST_POD; tried <= Subnet.LAST_POD; tried++) {
      latest = latest == Subnet.LAST_POD ? Subnet.FIRST_POD : latest + 1;
      if (used.add(latest)) {
        return new Attached(NamespacedLink.make(bridge, latest, this::free));
      }
    }
    return new Refused("no address is free in " + bridge.claim().subnet().cidr());
  }

  private synchronized void free(int index) {
    used.remove(index);
  }

  @Override
  public String hostAddress() {
    return bridge.claim().subnet().host();
  }

  @Override
  public String nodeAddress() {
    return bridge.claim().subnet().node();
  }

  @Override
  public boolean separatesPods() {
    return true;
  }

  @Override
  public String description() {
    return "a network namespace for every pod, in " + bridge.claim().subnet().cidr();
  }

  @Override
  public void close() {
    bridge.down();
    try {
      Runtime.getRuntime().removeShutdownHook(whenTheProcessEnds);
    } catch (IllegalStateException endingAlready) {
      return; // it takes down what is down
    }
  }
}
