package dev.apiauth.testkit.kube.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A namespace with one address on the bridge. It is silenced by routing rules for what it sends:
 * the rules come after the table of local addresses, so that loopback inside is not concerned.
 */
final class NamespacedLink implements PodLink {

  private static final String NODE_PASSES = "100";
  private static final String CUT_OFF = "101";
  private static final String FILTERED = "102";

  private final String namespace;
  private final Subnet subnet;
  private final int index;
  private final IntConsumer whenClosed;

  private NamespacedLink(String namespace, Subnet subnet, int index, IntConsumer whenClosed) {
    this.namespace = namespace;
    this.subnet = subnet;
    this.index = index;
    this.whenClosed = whenClosed;
  }

  static NamespacedLink make(PodBridge bridge, int index, IntConsumer whenClosed) {
    var namespace = bridge.podName(index);
    var subnet = bridge.claim().subnet();
    Ip.batch(
        List.of(
            "netns add " + namespace,
            "link add " + namespace + " type veth peer name eth0 netns " + namespace,
            "link set " + namespace + " master " + bridge.name() + " up"));
    Ip.batchIn(
        namespace,
        List.of(
            "link set lo up",
            "addr add " + subnet.pod(index) + "/24 dev eth0",
            "link set eth0 up",
            "route add default via " + subnet.host(),
            "rule add pref " + NODE_PASSES + " to " + subnet.node() + " lookup main"));
    return new NamespacedLink(namespace, subnet, index, whenClosed);
  }

  /**
   * Makes one and takes it down.
   *
   * @throws IpFailure where that is not allowed
   */
  static void tryOut(PodBridge bridge) {
    make(bridge, Subnet.FIRST_POD, _ -> {}).close();
  }

  @Override
  public String address() {
    return subnet.pod(index);
  }

  /** By {@code nsenter}, which becomes the command; {@code ip netns exec} would remount /sys. */
  @Override
  public List<String> inside(List<String> command) {
    var words = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + namespace, "--"));
    words.addAll(command);
    return words;
  }

  @Override
  public void filter(int port) {
    unfilter(port);
    Ip.batchIn(namespace, List.of("rule add pref " + FILTERED + answersOf(port)));
  }

  @Override
  public void unfilter(int port) {
    attempt("rule del pref " + FILTERED + answersOf(port));
  }

  private static String answersOf(int port) {
    return " ipproto tcp sport " + port + " blackhole";
  }

  @Override
  public void cutOff() {
    reconnect();
    Ip.batchIn(namespace, List.of("rule add pref " + CUT_OFF + " blackhole"));
  }

  @Override
  public void reconnect() {
    attempt("rule del pref " + CUT_OFF);
  }

  private void attempt(String line) {
    try {
      Ip.batchIn(namespace, List.of(line));
    } catch (IpFailure notThere) {
      return;
    }
  }

  @Override
  public void close() {
    PodBridge.remove(namespace);
    whenClosed.accept(index);
  }
}
