package dev.apiauth.testkit.kube.network;

import java.util.Arrays;
import java.util.List;

/**
 * The bridge of one range. What comes from it and is not for the machine itself goes nowhere, and
 * what is sent to a pod that is gone goes nowhere either, whatever the default route is.
 */
record PodBridge(SubnetClaim claim) {

  private static final String PREFIX = "apiauth";
  private static final String LEAST_PREFERRED = "4294967295";
  private static final String AFTER_LOCAL_BEFORE_MAIN = "20000";

  void up() {
    var subnet = claim.subnet();
    Ip.batch(
        List.of(
            "route add unreachable " + subnet.cidr() + " metric " + LEAST_PREFERRED,
            "link add " + name() + " address " + hardwareAddress() + " type bridge",
            "rule add pref " + AFTER_LOCAL_BEFORE_MAIN + " iif " + name() + " unreachable",
            "addr add " + subnet.host() + "/24 dev " + name(),
            "addr add " + subnet.node() + "/24 dev " + name(),
            "link set " + name() + " up"));
  }

  /** Also what is there only in part, or not at all. */
  void down() {
    Arrays.stream(Ip.run("netns", "list").split("\n"))
        .map(line -> line.split(" ", 2)[0])
        .filter(namespace -> namespace.startsWith(name() + "-"))
        .forEach(PodBridge::remove);
    Ip.attempt("rule", "del", "pref", AFTER_LOCAL_BEFORE_MAIN, "iif", name());
    Ip.attempt("link", "del", name());
    Ip.attempt("route", "del", "unreachable", claim.subnet().cidr(), "metric", LEAST_PREFERRED);
    claim.release();
  }

  /**
   * One that stays. A bridge without has the lowest of its pods', so when pods come and go the
   * others would send to an address that is nobody's any more, for half a minute.
   */
  private String hardwareAddress() {
    int number = claim.subnet().number();
    return "02:61:70:69:%02x:%02x".formatted(number >> 8, number & 0xff);
  }

  String name() {
    return PREFIX + claim.subnet().number();
  }

  /** The name of a pod's namespace, and of its connection to the bridge. */
  String podName(int index) {
    return name() + "-" + index;
  }

  /**
   * Only what a pod ran lives in such a namespace, so only that is killed. A pod that ends while
   * the network goes down is removed by both.
   */
  static void remove(String namespace) {
    processesIn(namespace).forEach(ProcessHandle::destroyForcibly);
    Ip.attempt("link", "del", namespace);
    Ip.attempt("netns", "del", namespace);
  }

  private static List<ProcessHandle> processesIn(String namespace) {
    try {
      return Ip.run("netns", "pids", namespace)
          .lines()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
          .toList();
    } catch (IpFailure goneAlready) {
      return List.of();
    }
  }
}
