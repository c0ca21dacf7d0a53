package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.NetworkRule;
import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.ClientAddressSource;
import dev.apiauth.policy.spec.CidrAccessSpec;
import dev.apiauth.policy.spec.ClientIPSpec;
import dev.apiauth.policy.spec.XForwardedForSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles addresses and how the client's is told. */
final class AddressCompiler {

  private AddressCompiler() {}

  static CidrSet networks(List<String> networks) {
    return CidrSet.of(networks.stream().map(text -> ParsedText.value(Cidr.parse(text))).toList());
  }

  static NetworkRule rule(@Nullable CidrAccessSpec spec) {
    if (spec == null) return NetworkRule.EVERYWHERE;
    return new NetworkRule(
        spec.allow().isEmpty() ? Optional.empty() : Optional.of(networks(spec.allow())),
        networks(spec.deny()));
  }

  /**
   * Without a section nothing depends on the address; the connection's own is good enough for the
   * audit log.
   */
  static ClientAddressSource source(@Nullable ClientIPSpec spec) {
    XForwardedForSpec forwarded = spec == null ? null : spec.xForwardedFor();
    if (forwarded == null) return new ClientAddressSource.DirectPeer();
    Integer hops = forwarded.numTrustedHops();
    if (hops != null) return new ClientAddressSource.ForwardedByHops(hops);
    List<String> trusted = forwarded.trustedCIDRs();
    return new ClientAddressSource.ForwardedByTrusted(
        networks(trusted == null ? List.of() : trusted));
  }
}
