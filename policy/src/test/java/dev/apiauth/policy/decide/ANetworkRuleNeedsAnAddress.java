package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.policy.request.Parsed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a network is named, an address that cannot be told is refused like a foreign one. */
class ANetworkRuleNeedsAnAddress {

  @ParameterizedTest(name = "allow {0}, from {1}: {2}")
  @CsvSource({
    "everywhere, 198.51.100.7, pass",
    "everywhere, unknown, pass",
    "203.0.113.0/24, 203.0.113.255, pass",
    "203.0.113.0/24, 203.0.114.0, address_refused",
    "203.0.113.0/24, unknown, client_address_unknown",
    "203.0.113.0/24 2001:db8::/32, 2001:db8:1::1, pass",
    "203.0.113.0/24 2001:db8::/32, 2001:db9::1, address_refused",
    "0.0.0.0/0, 2001:db8::1, address_refused",
    "0.0.0.0/0, unknown, client_address_unknown"
  })
  void andIsAskedBeforeAnythingElse(String allow, String client, String expected) {
    assertThat(Told.of(rules(allow).from(client(client)))).isEqualTo(expected);
  }

  @Test
  void theAuditLineSaysWhyItCannotBeTold() {
    var refused = (Outcome.Refused<?>) rules("10.0.0.0/8").from(client("unknown"));

    assertThat(refused.refusal().reason()).isEqualTo(Reason.CLIENT_ADDRESS_UNKNOWN);
    assertThat(refused.refusal().finding()).isEqualTo("somebody forwards");
  }

  private static AccessRules rules(String allow) {
    var everybody = new GroupRule(Set.of("*"));
    if (allow.equals("everywhere")) return new AccessRules(everybody, Optional.empty());
    var networks =
        Arrays.stream(allow.split(" "))
            .map(text -> ((Parsed.Value<Cidr>) Cidr.parse(text)).value())
            .toList();
    return new AccessRules(everybody, Optional.of(CidrSet.of(networks)));
  }

  private static ClientAddress client(String text) {
    return text.equals("unknown")
        ? new ClientAddress.Unknown("somebody forwards")
        : new ClientAddress.Known(((Parsed.Value<IpAddress>) IpAddress.parse(text)).value());
  }
}
