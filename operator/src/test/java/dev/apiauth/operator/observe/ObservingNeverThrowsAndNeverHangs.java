package dev.apiauth.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.observe.Enforcement.Acknowledged;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.testkit.tls.IssuedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ObservingNeverThrowsAndNeverHangs {

  private static final Duration IN_ALL = Duration.ofSeconds(5);

  private final Channels channels = new Channels();
  private final ChannelCredentials credentials = channels.operator();

  @Test
  void podsComeBackInTheirOrderWithWhatEachSaid() throws IOException {
    IssuedCertificate shown = channels.sidecar(Channels.HOST);
    try (var first = sidecar("127.0.0.51", 0, shown);
        var second = sidecar("127.0.0.52", first.port(), shown);
        var listener = listener("127.0.0.52", 0);
        var product = listener("127.0.0.52", 0)) {
      var observer = observer(first.port(), listener.getLocalPort());
      OptionalInt port = OptionalInt.of(product.getLocalPort());

      var observed =
          observer.observe(
              List.of(
                  injected("jira-2", "127.0.0.53", port),
                  injected("jira-1", "127.0.0.52", port),
                  injected("jira-0", "127.0.0.51", port)));

      assertThat(second.questions()).isOne();
      assertThat(observed)
          .extracting(ObservedPod::name)
          .containsExactly("jira-2", "jira-1", "jira-0");
      assertThat(observed)
          .extracting(pod -> pod.enforcement() instanceof Acknowledged)
          .containsExactly(false, true, true);
      assertThat(observed.get(1).directAccess())
          .isEqualTo(new DirectAccess.Answers(product.getLocalPort()));
      assertThat(observed.get(2).directAccess()).isInstanceOf(DirectAccess.Unknown.class);
    }
  }

  @Test
  void aPodWithoutSidecarIsNotAsked() {
    var bare =
        new PodToObserve(
            "jira-0",
            Optional.of("127.0.0.1"),
            SidecarPresence.MISSING,
            Channels.HOST,
            OptionalInt.of(8080));

    assertThat(observer(1, 2).observe(List.of(bare)))
        .containsExactly(
            new ObservedPod(
                "jira-0",
                Optional.of("127.0.0.1"),
                SidecarPresence.MISSING,
                new Enforcement.Unknown("it has no sidecar"),
                new DirectAccess.Answers(8080)));
  }

  @Test
  void aPodWithoutAddressIsNotAsked() {
    var waiting =
        new PodToObserve(
            "jira-0",
            Optional.empty(),
            SidecarPresence.CURRENT,
            Channels.HOST,
            OptionalInt.of(8080));

    assertThat(observer(1, 2).observe(List.of(waiting)).getFirst().directAccess())
        .isEqualTo(new DirectAccess.Unknown("it has no address yet"));
  }

  @Test
  void aProductWithoutANamedPortIsUnknown() {
    var pod = injected("jira-0", "127.0.0.54", OptionalInt.empty());

    assertThat(observer(1, 2).observe(List.of(pod)).getFirst().directAccess())
        .isEqualTo(new DirectAccess.Unknown("none of its ports is named http-app"));
  }

  @Test
  void anAddressThatIsNoneOrMissingCredentialsAreUnknownToo() {
    var odd = injected("jira-0", "not an address", OptionalInt.of(8080));
    var without =
        new PodObserver(
            new SidecarChannel(
                () -> {
                  throw new IllegalStateException("no certificate yet");
                },
                1),
            new DirectAccessProbe(2),
            IN_ALL);

    assertThat(observer(1, 2).observe(List.of(odd)))
        .allSatisfy(
            pod -> {
              assertThat(pod.enforcement()).isInstanceOf(Enforcement.Unknown.class);
              assertThat(pod.directAccess()).isInstanceOf(DirectAccess.Unknown.class);
            });
    assertThat(without.observe(List.of(odd)).getFirst().enforcement())
        .isEqualTo(new Enforcement.Unknown("asking it failed"));
  }

  @Test
  void fortySilentPodsTakeNoLongerThanOne() throws IOException {
    try (var mute = listener("127.0.0.55", 0)) {
      var pods =
          IntStream.range(0, 40)
              .mapToObj(n -> injected("jira-" + n, "127.0.0.55", OptionalInt.of(1)))
              .toList();
      Instant start = Instant.now();

      var observed = observer(mute.getLocalPort(), 2).observe(pods);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
      assertThat(observed).hasSize(40);
      assertThat(observed)
          .allSatisfy(pod -> assertThat(pod.enforcement()).isInstanceOf(Enforcement.Unknown.class));
    }
  }

  @Test
  void theWholeEndsEvenIfAPodsQuestionsDoNot() throws IOException {
    try (var mute = listener("127.0.0.56", 0)) {
      var impatient =
          new PodObserver(
              new SidecarChannel(() -> credentials, mute.getLocalPort()),
              new DirectAccessProbe(mute.getLocalPort()),
              Duration.ofMillis(100));

      var observed =
          impatient.observe(List.of(injected("jira-0", "127.0.0.56", OptionalInt.of(1))));

      assertThat(observed.getFirst().enforcement())
          .isEqualTo(new Enforcement.Unknown("asking it took too long"));
    }
  }

  private PodObserver observer(int channel, int listener) {
    return new PodObserver(
        new SidecarChannel(() -> credentials, channel), new DirectAccessProbe(listener), IN_ALL);
  }

  private static FakeSidecar sidecar(String address, int port, IssuedCertificate shown) {
    return FakeSidecar.at(
        new InetSocketAddress(InetAddress.ofLiteral(address), port), shown, FakeSidecar.ENFORCING);
  }

  private static ServerSocket listener(String address, int port) throws IOException {
    return new ServerSocket(port, 200, InetAddress.ofLiteral(address));
  }

  private static PodToObserve injected(String name, String address, OptionalInt productPort) {
    return new PodToObserve(
        name, Optional.of(address), SidecarPresence.CURRENT, Channels.HOST, productPort);
  }
}
