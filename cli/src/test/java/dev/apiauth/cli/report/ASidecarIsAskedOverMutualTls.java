package dev.apiauth.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.run.Run;
import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.sidecar.RunningSidecar;
import dev.apiauth.sidecar.Sidecar;
import dev.apiauth.sidecar.SidecarOptions;
import dev.apiauth.sidecar.SidecarOptions.DrainTimes;
import dev.apiauth.sidecar.SidecarOptions.EgressOptions;
import dev.apiauth.sidecar.SidecarOptions.Endpoint;
import dev.apiauth.sidecar.SidecarOptions.PolicyOrigin;
import dev.apiauth.sidecar.forward.UpstreamLimits;
import dev.apiauth.sidecar.listen.ListenerLimits;
import dev.apiauth.testkit.process.LoopbackPort;
import dev.apiauth.testkit.tls.CertificateOrder;
import dev.apiauth.testkit.tls.CertificateOrder.Purpose;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running sidecar in Shadow; somebody calls it with a password; the report says so. */
class ASidecarIsAskedOverMutualTls {

  private static final String POLICY =
      """
      apiVersion: apiauth.dev/v1alpha1
      kind: AtlassianApiAuth
      metadata: {name: jira, namespace: atlassian}
      spec:
        product: Jira
        targetRef: {name: jira}
        mode: Shadow
        access: {groups: {allow: ["*"]}}
      """;

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("operator");

  @TempDir Path folder;

  @Test
  void whoStillUsesAPasswordIsTold() throws Exception {
    int channel = LoopbackPort.free();
    try (RunningSidecar sidecar = sidecar(channel)) {
      call(sidecar.port());

      Run run = report(channel, certificates("operator", client("apiauth-operator")));

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("atlassian/jira, 1 reports", "password_refused", "robot", "old-script/1.0");
    }
  }

  @Test
  void nobodyElseIsTold() throws Exception {
    int channel = LoopbackPort.free();
    try (RunningSidecar sidecar = sidecar(channel)) {
      Run run = report(channel, certificates("stranger", client("somebody-else")));

      assertThat(sidecar.port()).isPositive();
      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.err()).contains("does not answer");
    }
  }

  private static Run report(int channel, Path certificates) {
    return Run.apiauth(
        "report",
        "--channel",
        "https://127.0.0.1:" + channel,
        "--certificates",
        certificates.toString());
  }

  private IssuedCertificate client(String name) {
    return authority.issue(
        new CertificateOrder(
            "client",
            List.of(name),
            Purpose.CLIENT_AUTHENTICATION,
            Duration.ofHours(-1),
            Duration.ofHours(1)));
  }

  private Path certificates(String name, IssuedCertificate certificate) throws IOException {
    Path directory = Files.createDirectory(folder.resolve(name));
    certificate.writeTo(directory);
    return directory;
  }

  private static void call(int port) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rest/api/2/myself"))
              .header("Authorization", "Basic cm9ib3Q6c2VjcmV0")
              .header("User-Agent", "old-script/1.0")
              .build(),
          BodyHandlers.discarding());
    }
  }

  private RunningSidecar sidecar(int channel) throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Path resource = Files.writeString(folder.resolve("jira.yaml"), POLICY);
    Path server = certificates("server", authority.server("127.0.0.1", "jira.atlassian.sidecar"));
    return Sidecar.start(
        new SidecarOptions(
            new PolicyOrigin.Resource(resource, secrets),
            new Endpoint("127.0.0.1", 0),
            new Endpoint("127.0.0.1", 0),
            new Endpoint("127.0.0.1", channel),
            Optional.of(server),
            "127.0.0.1",
            ProductDefaults.NONE,
            new EgressOptions(List.of(), Optional.empty()),
            1,
            ListenerLimits.DEFAULT,
            UpstreamLimits.DEFAULT,
            new DrainTimes(Duration.ZERO, Duration.ZERO)));
  }
}
