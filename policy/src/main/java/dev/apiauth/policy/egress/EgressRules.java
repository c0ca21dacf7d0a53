package dev.apiauth.policy.egress;

import dev.apiauth.policy.egress.EgressVerdict.Admitted;
import dev.apiauth.policy.egress.EgressVerdict.Refused;
import dev.apiauth.policy.egress.SpecialRange.Opening;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Where the product may fetch from. A resource names URLs (issuers, key sets), and its author must
 * not reach with them what only the sidecar or the operator can reach.
 *
 * <p>A URL is checked when the resource is read and again before each fetch, every address of its
 * host before each connection. Without an allowance: https, port 443 or 8443, a public name, a
 * public address. Other ports are an origin in the allowance: above 1024 listen the API server,
 * kubelets and etcd as well as providers.
 */
public final class EgressRules {

  private static final Set<Integer> PORTS = Set.of(443, 8443);
  private static final AddressBlock NAT64 = AddressBlock.parse("64:ff9b::/96").orElseThrow();

  private final EgressAllowance allowance;

  public EgressRules(EgressAllowance allowance) {
    this.allowance = allowance;
  }

  /** Judges a URL by what is written. Nothing is resolved, nothing is contacted. */
  public EgressVerdict check(String url) {
    return switch (UrlSyntax.read(url)) {
      case Refused refused -> refused;
      case Admitted(EgressUrl read) ->
          refusal(read).<EgressVerdict>map(Refused::new).orElseGet(() -> new Admitted(read));
    };
  }

  /**
   * Judges an address that the host of {@code url} resolved to.
   *
   * @return why no connection is made to it, for the log and the resource's status; empty if one
   *     may be
   */
  public Optional<String> refusal(EgressUrl url, InetAddress address) {
    Optional<SpecialRange> special = SpecialRange.of(address);
    if (special.isEmpty()) {
      return Optional.empty();
    }
    SpecialRange range = special.get();
    if (range.opening() == Opening.NEVER) {
      return Optional.of("leads to " + range.name());
    }
    return allowance.opensAddress(url, address)
        ? embedded(address).flatMap(inner -> refusal(url, inner))
        : Optional.of(
            "leads to %s, which the installation opens by its CIDR in egress.allow"
                .formatted(range.name()));
  }

  private Optional<String> refusal(EgressUrl url) {
    Optional<String> byName = allowance.opensOrigin(url) ? Optional.empty() : closed(url);
    return byName.or(() -> url.literal().flatMap(address -> refusal(url, address)));
  }

  private Optional<String> closed(EgressUrl url) {
    Optional<String> because;
    if (!url.isHttps()) {
      because = Optional.of("is plain http");
    } else if (!PORTS.contains(url.port())) {
      because = Optional.of("has a port other than 443 and 8443");
    } else {
      because = HostRules.refusal(url);
    }
    return because.map(
        why ->
            "%s, which the installation opens by the entry %s in egress.allow"
                .formatted(why, url.origin()));
  }

  /** The IPv4 address behind a NAT64 address (RFC 6052, section 2.2). */
  private static Optional<InetAddress> embedded(InetAddress address) {
    return NAT64.contains(address) ? Optional.of(ipv4(address.getAddress())) : Optional.empty();
  }

  private static InetAddress ipv4(byte[] nat64) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(nat64, 12, 16));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an IPv4 address", impossible);
    }
  }
}
