package dev.apiauth.policy.resolve;

import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.CidrAccessSpec;
import dev.apiauth.policy.spec.ClientIPSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot see of addresses: whether a network is one. */
final class AddressCheck {

  private AddressCheck() {}

  static void check(AtlassianApiAuthSpec spec, Findings findings) {
    ClientIPSpec client = spec.clientIP();
    if (client != null && client.xForwardedFor() != null) {
      networks(
          client.xForwardedFor().trustedCIDRs(),
          "spec.clientIP.xForwardedFor.trustedCIDRs",
          findings);
    }
    CidrAccessSpec cidrs = spec.access().cidrs();
    if (cidrs != null) networks(cidrs.allow(), "spec.access.cidrs.allow", findings);
  }

  private static void networks(@Nullable List<String> networks, String field, Findings findings) {
    if (networks == null) return;
    for (int at = 0; at < networks.size(); at++) {
      if (Cidr.parse(networks.get(at)) instanceof Parsed.Malformed<Cidr>(String why)) {
        findings.error(
            "%s[%d]".formatted(field, at),
            why,
            "Write a network like 203.0.113.0/24 or 2001:db8::/32, or a bare address");
      }
    }
  }
}
