package dev.apiauth.policy.resolve;

import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.CidrAccessSpec;
import dev.apiauth.policy.spec.ClientIPSpec;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
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
    if (cidrs != null) access(cidrs, findings);
    exceptions(spec.credentialsOrDefault().passwords().exceptions(), findings);
  }

  private static void access(CidrAccessSpec cidrs, Findings findings) {
    networks(cidrs.allow(), "spec.access.cidrs.allow", findings);
    networks(cidrs.deny(), "spec.access.cidrs.deny", findings);
    List<Cidr> denied = parsed(cidrs.deny());
    for (int at = 0; at < cidrs.allow().size(); at++) {
      for (Cidr allowed : parsed(List.of(cidrs.allow().get(at)))) {
        denied.stream()
            .filter(network -> network.contains(allowed))
            .findFirst()
            .ifPresent(all -> neverPasses(allowed, all, findings));
      }
    }
  }

  private static void neverPasses(Cidr allowed, Cidr denied, Findings findings) {
    findings.warning(
        "spec.access.cidrs.allow",
        "%s lies in %s, which is denied, and deny goes first".formatted(allowed, denied),
        "Nobody calls from there. Leave it out, or deny less");
  }

  private static void exceptions(List<PasswordExceptionSpec> exceptions, Findings findings) {
    for (int at = 0; at < exceptions.size(); at++) {
      networks(
          exceptions.get(at).cidrs(),
          "spec.credentials.passwords.exceptions[%d].cidrs".formatted(at),
          findings);
    }
  }

  private static List<Cidr> parsed(List<String> networks) {
    return networks.stream()
        .map(Cidr::parse)
        .filter(Parsed.Value.class::isInstance)
        .map(each -> ((Parsed.Value<Cidr>) each).value())
        .toList();
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
