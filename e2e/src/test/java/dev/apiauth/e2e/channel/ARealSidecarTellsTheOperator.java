package dev.apiauth.e2e.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.names.Names;
import dev.apiauth.operator.observe.ChannelCredentials;
import dev.apiauth.operator.observe.DirectAccessProbe;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.operator.observe.PodObserver;
import dev.apiauth.operator.observe.PodToObserve;
import dev.apiauth.operator.observe.SidecarChannel;
import dev.apiauth.operator.status.Acceptance;
import dev.apiauth.operator.status.RenderedPolicy;
import dev.apiauth.operator.status.StatusFacts;
import dev.apiauth.operator.status.StatusReport;
import dev.apiauth.operator.status.Workload;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
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
  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final int CLOSED = SidecarProcess.freePort();

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("operator CA");
  private final ChannelCredentials operator = operator();
  private MountedPolicy mounted = new MountedPolicy(Path.of("none"));
  private Optional<SidecarProcess> sidecar = Optional.empty();

  @BeforeEach
  void start(@TempDir Path pod) throws IOException {
    mounted =
        new MountedPolicy(Files.createDirectory(pod.resolve("apiauth")))
            .with(issue(Purpose.SERVER_AUTHENTICATION, HOST));
  }

  @AfterEach
  void stop() {
    sidecar.ifPresent(SidecarProcess::close);
  }

  @Test
  void itAcknowledgesWhatIsRenderedAndAnEditWithoutARestart() throws Exception {
    PolicyHash first = mounted.render("Enforce", CLOSED);
    var running = running();
    var pod = observed(isAcknowledged(first), CLOSED);

    assertThat(reason(pod, first, Mode.Enforce, "Programmed")).isEqualTo("True Programmed");
    assertThat(reason(pod, first, Mode.Enforce, "Protected")).isEqualTo("True Protected");
    assertThat(reason(pod, first, Mode.Enforce, "ProvidersReady"))
        .isEqualTo("False ProviderSilent");

    PolicyHash second = mounted.render("Shadow", CLOSED);
    var edited = observed(isAcknowledged(second), CLOSED);

    assertThat(reason(edited, first, Mode.Enforce, "Programmed")).isEqualTo("False Pending");
    assertThat(reason(edited, second, Mode.Shadow, "Programmed")).isEqualTo("True Programmed");
    assertThat(running.isAlive()).isTrue();
  }

  @Test
  void withoutAPolicyItSaysThatItHasNone() throws Exception {
    running();
    var pod = observed(answered -> answered instanceof Enforcement.Acknowledged, CLOSED);

    assertThat(message(status(pod, new PolicyHash("0".repeat(64)), Mode.Enforce), "Programmed"))
        .isEqualTo(
            "0/1 pods enforce 000000. Not yet: jira-0 (enforces no policy and refuses"
                + " everything).");
  }

  @Test
  void aProductThatAnswersPastItIsFound() throws Exception {
    HttpServer product = HttpServer.create(LOOPBACK, 0);
    product.start();
    try {
      int port = product.getAddress().getPort();
      PolicyHash hash = mounted.render("Enforce", port);
      running();
      var pod = observed(isAcknowledged(hash), port);

      assertThat(reason(pod, hash, Mode.Enforce, "Protected")).isEqualTo("False DirectAccess");
      assertThat(message(status(pod, hash, Mode.Enforce), "Protected"))
          .contains("jira-0 port " + port);
    } finally {
      product.stop(0);
    }
  }

  @Test
  void aSidecarThatDiesIsUnknown() throws Exception {
    PolicyHash hash = mounted.render("Enforce", CLOSED);
    running();
    observed(isAcknowledged(hash), CLOSED);

    sidecar.orElseThrow().close();
    var pod = observed(answered -> answered instanceof Enforcement.Unknown, CLOSED);

    assertThat(reason(pod, hash, Mode.Enforce, "Protected")).isEqualTo("Unknown Unreachable");
  }

  @Test
  void itIsNotTakenForAnotherResourcesSidecar() throws Exception {
    PolicyHash hash = mounted.render("Enforce", CLOSED);
    running();
    observed(isAcknowledged(hash), CLOSED);

    var answer = channel().ask("127.0.0.1", Names.sidecarHost("atlassian", "confluence"));

    assertThat(answer).isInstanceOf(Enforcement.Unknown.class);
  }

  private SidecarProcess running() throws IOException {
    var started = SidecarProcess.on(mounted.directory());
    sidecar = Optional.of(started);
    return started;
  }

  private SidecarChannel channel() {
    return new SidecarChannel(() -> operator, sidecar.orElseThrow().channel());
  }

  private static Predicate<Enforcement> isAcknowledged(PolicyHash hash) {
    return answered ->
        answered instanceof Enforcement.Acknowledged(var told)
            && told.policyHash().equals(hash.value());
  }

  /** Asks until the answer is the expected one; the promise of seconds is not this test's. */
  private ObservedPod observed(Predicate<Enforcement> expected, int productPort)
      throws InterruptedException {
    var observer =
        new PodObserver(channel(), new DirectAccessProbe(sidecar.orElseThrow().listener()));
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(end)) {
      ObservedPod pod = observer.observe(List.of(pod(productPort))).getFirst();
      if (expected.test(pod.enforcement())) return pod;
      Thread.sleep(100);
    }
    throw new AssertionError("the sidecar never said so");
  }

  private static PodToObserve pod(int productPort) {
    return new PodToObserve(
        "jira-0",
        Optional.of("127.0.0.1"),
        SidecarPresence.CURRENT,
        HOST,
        OptionalInt.of(productPort));
  }

  private static String reason(ObservedPod pod, PolicyHash hash, Mode mode, String type) {
    StatusCondition condition = condition(status(pod, hash, mode), type);
    return "%s %s".formatted(condition.status(), condition.reason());
  }

  private static String message(AtlassianApiAuthStatus status, String type) {
    return condition(status, type).message();
  }

  private static StatusCondition condition(AtlassianApiAuthStatus status, String type) {
    return status.conditions().stream()
        .filter(one -> one.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static AtlassianApiAuthStatus status(ObservedPod pod, PolicyHash hash, Mode mode) {
    return StatusReport.of(
        new StatusFacts(
            12,
            Optional.empty(),
            new Acceptance.Accepted(List.of()),
            List.of(),
            Optional.of(new RenderedPolicy(hash, mode, DirectAccessPolicy.Refuse)),
            new Workload.Present("jira", 1, SidecarForm.NATIVE),
            List.of(pod),
            Instant.EPOCH));
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
