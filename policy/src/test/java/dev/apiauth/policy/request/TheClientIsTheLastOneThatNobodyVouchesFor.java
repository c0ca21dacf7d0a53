package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.headers;
import static dev.apiauth.policy.request.Judged.passed;
import static dev.apiauth.policy.request.Judged.ranges;
import static dev.apiauth.policy.request.Judged.refusedFor;
import static dev.apiauth.policy.request.Judged.socket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.ClientAddressSource.DirectPeer;
import dev.apiauth.policy.request.ClientAddressSource.ForwardedByHops;
import dev.apiauth.policy.request.ClientAddressSource.ForwardedByTrusted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** X4. */
class TheClientIsTheLastOneThatNobodyVouchesFor {

  private static final ClientAddressSource TRUSTED =
      new ForwardedByTrusted(ranges("10.0.12.0/28", "2001:db8:12::/64"));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "trusted-hops.csv", numLinesToSkip = 1)
  void behindTrustedProxies(String why, String peer, String forwarded, String client) {
    assertThat(text(passed(TRUSTED.locate(socket(peer), forwarded(forwarded))))).isEqualTo(client);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "malformed-hops.csv", numLinesToSkip = 1)
  void orTheRequestIsRefusedWhereAHopIsNoAddress(String why, String forwarded) {
    var located = TRUSTED.locate(socket("10.0.12.3"), forwarded(forwarded));

    refusedFor(Reason.CLIENT_ADDRESS_MALFORMED, located);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "malformed-hops.csv", numLinesToSkip = 1)
  void countedHopsAreReadAsStrictly(String why, String forwarded) {
    var located =
        new ForwardedByHops(2).locate(socket("10.0.12.3"), forwarded("1.2.3.4," + forwarded));

    refusedFor(Reason.CLIENT_ADDRESS_MALFORMED, located);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "counted-hops.csv", numLinesToSkip = 1)
  void behindCountedProxies(String why, int hops, String forwarded, String client) {
    var located = new ForwardedByHops(hops).locate(socket("10.0.12.3"), forwarded(forwarded));

    assertThat(text(passed(located))).isEqualTo(client);
  }

  @Test
  void neverCountedFromZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ForwardedByHops(0));
  }

  @Test
  void thePeerItselfWhereNothingStandsInFront() {
    var located = new DirectPeer().locate(socket("2001:db8::9"), headers("Accept", List.of("*/*")));

    assertThat(text(passed(located))).isEqualTo("2001:db8::9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "x-forwarded-for",
        "Forwarded",
        "X-Real-IP",
        "X-Client-IP",
        "True-Client-IP",
        "CF-Connecting-IP"
      })
  void nobodyWhereAProxyStandsThatThePolicyDoesNotKnow(String name) {
    var located = new DirectPeer().locate(socket("10.0.12.3"), headers(name, List.of("10.0.12.3")));

    assertThat(passed(located)).isEqualTo(new ClientAddress.Unknown("a direct peer sent " + name));
  }

  private static String text(ClientAddress client) {
    return switch (client) {
      case ClientAddress.Known(IpAddress address) -> address.toString();
      case ClientAddress.Unknown unknown -> "unknown";
    };
  }

  /** One field line for each part between bars; none for no text. */
  private static HeaderFields forwarded(String lines) {
    return headers("x-forwarded-FOR", lines == null ? List.of() : List.of(lines.split("\\|", -1)));
  }
}
