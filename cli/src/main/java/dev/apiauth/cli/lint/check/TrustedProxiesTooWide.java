package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.spec.ClientIPSpec;
import dev.apiauth.policy.spec.XForwardedForSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Trusted proxies that are more than proxies: every pod within them may claim any client address.
 * Defaults as the network plug-ins document them: kubeadm with Flannel, K3s, Calico, OpenShift,
 * Weave, Cilium; and the private networks of RFC 1918 and RFC 4193 as a whole.
 */
record TrustedProxiesTooWide() implements LintCheck {

  private static final Map<String, String> NETWORKS =
      new TreeMap<>(
          Map.of(
              "10.0.0.0/8", "a whole private network, Cilium's pods in it",
              "172.16.0.0/12", "a whole private network",
              "192.168.0.0/16", "a whole private network, Calico's pods in it",
              "10.244.0.0/16", "the usual pod network of Flannel",
              "10.42.0.0/16", "the usual pod network of K3s",
              "10.128.0.0/14", "the usual pod network of OpenShift",
              "10.32.0.0/12", "the usual pod network of Weave",
              "fc00::/7", "every private IPv6 network"));

  @Override
  public String name() {
    return "trusted-proxies-too-wide";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    return new Networks("spec.clientIP.xForwardedFor.trustedCIDRs", trusted(subject))
        .entries()
        .flatMap(entry -> covered(entry.network()).limit(1).map(what -> problem(entry, what)));
  }

  private static List<String> trusted(LintSubject subject) {
    ClientIPSpec client = subject.spec().clientIP();
    XForwardedForSpec forwarded = client == null ? null : client.xForwardedFor();
    List<String> trusted = forwarded == null ? null : forwarded.trustedCIDRs();
    return trusted == null ? List.of() : trusted;
  }

  private static Stream<String> covered(Cidr trusted) {
    return NETWORKS.entrySet().stream()
        .filter(
            known ->
                Networks.read(known.getKey())
                    .filter(network -> Networks.covers(trusted, network))
                    .isPresent())
        .map(known -> "%s, %s".formatted(known.getKey(), known.getValue()));
  }

  private static Problem problem(Networks.Entry entry, String what) {
    return Problem.warning(
        entry.field(),
        "%s covers %s: every pod there may claim any client address"
            .formatted(entry.network(), what),
        "Name the addresses of the ingress controllers alone");
  }
}
