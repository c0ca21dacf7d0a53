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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a network is named, an address that cannot be told is refused like a foreign one (X5). */
class ANetworkRuleNeedsAnAddress {

  @ParameterizedTest(name = "allow {0}, deny {1}, from {2}: {3}")
  @CsvFileSource(resources = "networks.csv", numLinesToSkip = 1)
  void andDenyGoesBeforeAllow(String allow, String deny, String client, String expected) {
    assertThat(Told.of(rule(allow, deny).from(client(client)))).isEqualTo(expected);
  }

  @Test
  void theAuditLineSaysWhyItCannotBeTold() {
    assertThat(finding("10.0.0.0/8", "none", "unknown")).isEqualTo("somebody forwards");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, none, 192.0.2.1, in no allowed network",
    "10.0.0.0/8, 10.1.0.0/16, 10.1.2.3, in the denied network 10.1.0.0/16",
    "everywhere, 203.0.113.0/24, 64:ff9b::cb00:7109, in the denied network 203.0.113.0/24"
  })
  void andWhichNetworkItWas(String allow, String deny, String client, String finding) {
    assertThat(finding(allow, deny, client)).isEqualTo(finding);
  }

  private static String finding(String allow, String deny, String client) {
    var refused = (Outcome.Refused<?>) rule(allow, deny).from(client(client));
    assertThat(refused.refusal().reason())
        .isIn(Reason.CLIENT_ADDRESS_UNKNOWN, Reason.ADDRESS_REFUSED);
    return refused.refusal().finding();
  }

  private static NetworkRule rule(String allow, String deny) {
    return new NetworkRule(
        allow.equals("everywhere") ? Optional.empty() : Optional.of(networks(allow)),
        deny.equals("none") ? CidrSet.NONE : networks(deny));
  }

  private static CidrSet networks(String texts) {
    List<Cidr> networks =
        Arrays.stream(texts.split(" "))
            .map(text -> ((Parsed.Value<Cidr>) Cidr.parse(text)).value())
            .toList();
    return CidrSet.of(networks);
  }

  private static ClientAddress client(String text) {
    return text.equals("unknown")
        ? new ClientAddress.Unknown("somebody forwards")
        : new ClientAddress.Known(((Parsed.Value<IpAddress>) IpAddress.parse(text)).value());
  }
}
