package dev.apiauth.policy.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.egress.EgressVerdict.Admitted;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a public name resolves to decides, and some ranges nobody can open. */
class AddressesAreJudgedOneByOne {

  private static final EgressUrl URL = new EgressUrl("https", "idp.example", 443, "/keys");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
  void anAddressIs(String address, String closedTo, String openedTo) {
    var closed = new EgressRules(EgressAllowance.none());
    var open = new EgressRules(EgressAllowance.of(List.of("0.0.0.0/0", "::/0")));

    assertThat(verdict(closed, address)).isEqualTo(closedTo);
    assertThat(verdict(open, address)).isEqualTo(openedTo);
  }

  @Test
  void anOpenNat64RangeDoesNotOpenWhatIsBehindIt() {
    var rules = new EgressRules(EgressAllowance.of(List.of("64:ff9b::/96")));

    assertThat(verdict(rules, "64:ff9b::101:101")).isEqualTo("goes");
    assertThat(verdict(rules, "64:ff9b::7f00:1")).isEqualTo("stays");
    assertThat(verdict(rules, "64:ff9b::a9fe:a9fe")).isEqualTo("stays");
  }

  @Test
  void aCidrOpensItsRangeAndNoMore() {
    var rules = new EgressRules(EgressAllowance.of(List.of("10.20.0.0/15", "fd00:12::/33")));

    assertThat(verdict(rules, "10.20.0.0")).isEqualTo("goes");
    assertThat(verdict(rules, "10.21.255.255")).isEqualTo("goes");
    assertThat(verdict(rules, "10.22.0.0")).isEqualTo("stays");
    assertThat(verdict(rules, "10.19.255.255")).isEqualTo("stays");
    assertThat(verdict(rules, "fd00:12:7fff::1")).isEqualTo("goes");
    assertThat(verdict(rules, "fd00:12:8000::1")).isEqualTo("stays");
  }

  @Test
  void aCidrOpensNoPlainHttpAndNoPort() {
    var rules = new EgressRules(EgressAllowance.of(List.of("10.0.0.0/8")));

    assertThat(rules.check("https://10.1.2.3/")).isInstanceOf(Admitted.class);
    assertThat(rules.check("http://10.1.2.3/")).isInstanceOf(EgressVerdict.Refused.class);
    assertThat(rules.check("https://10.1.2.3:6443/")).isInstanceOf(EgressVerdict.Refused.class);
  }

  private static String verdict(EgressRules rules, String address) {
    return rules.refusal(URL, InetAddress.ofLiteral(address)).isEmpty() ? "goes" : "stays";
  }
}
