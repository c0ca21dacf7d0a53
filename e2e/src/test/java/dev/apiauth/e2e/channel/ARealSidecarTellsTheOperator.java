package dev.apiauth.e2e.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.apiauth.operator.names.Names;
import dev.apiauth.operator.observe.ChannelCredentials;
import dev.apiauth.operator.observe.DirectAccessProbe;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.operator.observe.PodObserver;
import dev.apiauth.operator.observe.PodToObserve;
import dev.apiauth.operator.observe.SidecarChannel;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.testkit.process.LoopbackPort;
import dev.apiauth.testkit.process.ProcessWarden;
import dev.apiauth.testkit.tls.CertificateOrder;
import dev.apiauth.testkit.tls.CertificateOrder.Purpose;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: rendered files, the sidecar's own process, mutual TLS, the words of a status. */
@Timeout(120)
class ARealSidecarTellsTheOperator {

  private static final String HOST = Names.sidecarHost("atlassian", "jira");
  private static final int CLOSED = LoopbackPort.free();

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("operator CA");
  private final ChannelCredentials operator = operator();

  private record Stage(MountedPolicy mounted, ProcessWarden warden, SidecarProcess sidecar) {}

  private Optional<Stage> stage = Optional.empty();

  @BeforeEach
  void start(@TempDir Path pod) throws IOException {
    var mounted =
        new MountedPolicy(Files.createDirectory(pod.resolve("apiauth")))
            .with(issue(Purpose.SERVER_AUTHENTICATION, HOST));
    var warden = ProcessWarden.over(mounted.directory());
    stage = Optional.of(new Stage(mounted, warden, SidecarProcess.on(mounted.directory(), warden)));
  }

  @AfterEach
  void stop() {
    stage.ifPresent(
        running -> {
          running.sidecar().close();
          running.warden().close();
        });
  }

  @Test
  void itAcknowledgesWhatIsRenderedAndAnEditWithoutARestart() throws Exception {
    PolicyHash first = render("Enforce", CLOSED);
    var before = Report.of(observed(isAcknowledged(first), CLOSED), first, Mode.Enforce);

    assertThat(before.of("Programmed")).isEqualTo("True Programmed");
    assertThat(before.of("Protected")).isEqualTo("True Protected");
    assertThat(before.of("ProvidersReady")).isEqualTo("False ProviderSilent");

    PolicyHash second = render("Shadow", CLOSED);
    var pod = observed(isAcknowledged(second), CLOSED);

    assertThat(Report.of(pod, first, Mode.Enforce).of("Programmed")).isEqualTo("False Pending");
    assertThat(Report.of(pod, second, Mode.Shadow).of("Programmed")).isEqualTo("True Programmed");
    assertThat(sidecar().isAlive()).isTrue();
  }

  @Test
  void withoutAPolicyItSaysThatItHasNone() throws Exception {
    var pod = observed(answered -> answered instanceof Enforcement.Acknowledged, CLOSED);

    assertThat(Report.of(pod, new PolicyHash("0".repeat(64)), Mode.Enforce).message("Programmed"))
        .startsWith("0/1 pods enforce 000000. Not yet: jira-0 (enforces no policy");
  }

  @Test
  void aProductThatAnswersPastItIsFound() throws Exception {
    HttpServer product =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    product.start();
    try {
      int port = product.getAddress().getPort();
      PolicyHash hash = render("Enforce", port);
      var report = Report.of(observed(isAcknowledged(hash), port), hash, Mode.Enforce);

      assertThat(report.of("Protected")).isEqualTo("False DirectAccess");
      assertThat(report.message("Protected")).contains("jira-0 port " + port);
    } finally {
      product.stop(0);
    }
  }

  @Test
  void aSidecarThatDiesIsUnknown() throws Exception {
    PolicyHash hash = render("Enforce", CLOSED);
    observed(isAcknowledged(hash), CLOSED);

    sidecar().close();
    var pod = observer().observe(List.of(pod(CLOSED))).getFirst();

    assertThat(Report.of(pod, hash, Mode.Enforce).of("Protected")).isEqualTo("Unknown Unreachable");
  }

  @Test
  void itIsNotTakenForAnotherResourcesSidecar() throws Exception {
    PolicyHash hash = render("Enforce", CLOSED);
    observed(isAcknowledged(hash), CLOSED);

    var answer = channel().ask("127.0.0.1", Names.sidecarHost("atlassian", "confluence"));

    assertThat(answer).isInstanceOf(Enforcement.Unknown.class);
  }

  private PolicyHash render(String mode, int productPort) throws IOException {
    return stage.orElseThrow().mounted().render(mode, productPort);
  }

  private SidecarProcess sidecar() {
    return stage.orElseThrow().sidecar();
  }

  private SidecarChannel channel() {
    return new SidecarChannel(() -> operator, sidecar().channel());
  }

  private PodObserver observer() {
    return new PodObserver(channel(), new DirectAccessProbe(sidecar().listener()));
  }

  private static Predicate<Enforcement> isAcknowledged(PolicyHash hash) {
    return answered ->
        answered instanceof Enforcement.Acknowledged(var told)
            && told.policyHash().equals(hash.value());
  }

  /** Asks until the answer is the expected one; the promise of seconds is not this test's. */
  private ObservedPod observed(Predicate<Enforcement> expected, int productPort)
      throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(end) && sidecar().isAlive()) {
      ObservedPod pod = observer().observe(List.of(pod(productPort))).getFirst();
      if (expected.test(pod.enforcement())) return pod;
      Thread.sleep(100);
    }
    throw new AssertionError("the sidecar never said so; its log ends:\n" + sidecar().log());
  }

  private static PodToObserve pod(int productPort) {
    return new PodToObserve(
        "jira-0",
        Optional.of("127.0.0.1"),
        SidecarPresence.CURRENT,
        HOST,
        OptionalInt.of(productPort));
  }

  private ChannelCredentials operator() {
    IssuedCertificate client = issue(Purpose.CLIENT_AUTHENTICATION, "apiauth-operator");
    return ChannelCredentials.of(
        client.certificate(), client.privateKey(), List.of(authority.certificate()));
  }

  private IssuedCertificate issue(Purpose purpose, String name) {
    return authority.issue(
        new CertificateOrder(
            name, List.of(name), purpose, Duration.ofHours(-1), Duration.ofHours(1)));
  }
}
