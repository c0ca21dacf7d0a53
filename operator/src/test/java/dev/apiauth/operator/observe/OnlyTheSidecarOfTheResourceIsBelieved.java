package dev.apiauth.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.observe.Enforcement.Acknowledged;
import dev.apiauth.operator.observe.Enforcement.Unknown;
import dev.apiauth.testkit.tls.CertificateOrder.Purpose;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlyTheSidecarOfTheResourceIsBelieved {

  private final Channels channels = new Channels();

  record Impostor(String name, IssuedCertificate certificate) {

    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void itsAnswerIsRead() {
    try (var sidecar = sidecar(channels.sidecar(Channels.HOST))) {
      var answer = channels.to(sidecar).ask("127.0.0.1", Channels.HOST);

      assertThat(answer)
          .isInstanceOfSatisfying(
              Acknowledged.class,
              acknowledged ->
                  assertThat(acknowledged.acknowledgement().policyHash())
                      .isEqualTo(FakeSidecar.HASH));
    }
  }

  List<Impostor> impostors() {
    var stranger = TestCertificateAuthority.named("operator CA");
    var order = Channels.sidecarOrder(Channels.HOST);
    return List.of(
        new Impostor("another resource's", channels.sidecar("confluence.atlassian.sidecar")),
        new Impostor("another namespace's", channels.sidecar("jira.other.sidecar")),
        new Impostor("a longer name", channels.sidecar(Channels.HOST + ".example.com")),
        new Impostor("a wildcard", channels.sidecar("*.atlassian.sidecar")),
        new Impostor("the right address only", channels.sidecar("127.0.0.1")),
        new Impostor("no name", channels.sidecar()),
        new Impostor("by an authority of the same name", stranger.issue(order)),
        new Impostor("expired", channels.authority().issue(order.expired())),
        new Impostor("not valid yet", channels.authority().issue(order.notYetValid())),
        new Impostor(
            "a client's",
            channels
                .authority()
                .issue(Channels.order(Purpose.CLIENT_AUTHENTICATION, Channels.HOST))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impostors")
  void nobodyElseIsEvenAsked(Impostor impostor) {
    try (var sidecar = sidecar(impostor.certificate())) {
      var answer = channels.to(sidecar).ask("127.0.0.1", Channels.HOST);

      assertThat(answer)
          .isEqualTo(
              new Unknown(
                  "what answers at its port %d is no sidecar of this resource"
                      .formatted(sidecar.port())));
      assertThat(sidecar.questions()).isZero();
    }
  }

  @Test
  void theSameSidecarIsAskedForItsOwnResourceOnly() {
    try (var sidecar = sidecar(channels.sidecar(Channels.HOST))) {
      var channel = channels.to(sidecar);

      assertThat(channel.ask("127.0.0.1", Channels.HOST)).isInstanceOf(Acknowledged.class);
      assertThat(channel.ask("127.0.0.1", "confluence.atlassian.sidecar"))
          .isInstanceOf(Unknown.class);
    }
  }

  @Test
  void whileAuthoritiesAreExchangedBothCount() {
    var before = TestCertificateAuthority.named("before");
    var client = before.issue(Channels.order(Purpose.CLIENT_AUTHENTICATION, "apiauth-operator"));
    var both =
        ChannelCredentials.of(
            client.certificate(),
            client.privateKey(),
            List.of(channels.authority().certificate(), before.certificate()));
    try (var old = sidecar(before.issue(Channels.sidecarOrder(Channels.HOST)))) {
      var answer = new SidecarChannel(() -> both, old.port()).ask("127.0.0.1", Channels.HOST);

      assertThat(answer).isInstanceOf(Acknowledged.class);
    }
  }

  private static FakeSidecar sidecar(IssuedCertificate certificate) {
    return FakeSidecar.answering(certificate, FakeSidecar.with(200, FakeSidecar.ENFORCING));
  }
}
