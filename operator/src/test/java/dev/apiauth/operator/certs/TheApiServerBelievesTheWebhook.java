package dev.apiauth.operator.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real API server, as a service account with the operator's verbs. */
@Timeout(120)
class TheApiServerBelievesTheWebhook {

  private final MutableClock clock = new MutableClock(Instant.now());
  private final Installation installation = new Installation();
  private final Replica replica = installation.replica(clock);

  @BeforeEach
  void begin() throws IOException {
    replica.listens();
    installation.register(replica, "1");
  }

  @AfterEach
  void end() {
    installation.controlPlane.client().resource(installation.registration()).delete();
    replica.close();
  }

  @Test
  void becauseTheLeaderSaysWhom() throws Exception {
    replica.certificates.ensure();
    assertThat(bundle()).isEmpty();
    assertThat(replica.certificates.areBelieved()).isFalse();
    assertThatThrownBy(installation::createPod)
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("failed calling webhook");

    replica.leads().certificates.ensure();
    Installation.settle();

    assertThat(replica.certificates.areBelieved()).isTrue();
    assertThat(bundle()).startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(installation.registration().getWebhooks())
        .hasSize(2)
        .extracting(webhook -> webhook.getClientConfig().getCaBundle())
        .containsOnly(registeredBundle());
    assertThat(installation.createPod().getMetadata().getLabels())
        .containsEntry(Replica.LABEL, "apiauth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--server-side=false", "--server-side=true --force-conflicts"})
  void whoeverAppliesTheChartAgain(String how) throws Exception {
    replica.leads().certificates.ensure();
    var bundle = bundle();

    installation.register(replica, "2", how.split(" "));
    Installation.settle();

    assertThat(installation.registration().getMetadata().getLabels()).containsEntry("release", "2");
    assertThat(bundle()).isEqualTo(bundle).isNotEmpty();
    assertThat(installation.createPod().getMetadata().getLabels()).containsKey(Replica.LABEL);
  }

  @Test
  void roundsWithNothingToDoWriteNothing() {
    replica.leads().certificates.ensure();
    var registration = installation.registration().getMetadata().getResourceVersion();
    var found = new AuthorityStore(installation.operator, installation.namespace).find();

    for (int i = 0; i < 3; i++) replica.certificates.ensure();

    assertThat(installation.registration().getMetadata().getResourceVersion())
        .isEqualTo(registration);
    assertThat(new AuthorityStore(installation.operator, installation.namespace).find())
        .isEqualTo(found);
  }

  @Test
  void aBundleThatSomebodySpoiltIsMended() {
    replica.leads().certificates.ensure();
    var bundle = bundle();
    installation
        .controlPlane
        .kubectl()
        .run(
            "patch",
            "mutatingwebhookconfiguration",
            installation.configuration(),
            "--type=json",
            "-p=[{\"op\": \"remove\", \"path\": \"/webhooks/0/clientConfig/caBundle\"}]");
    assertThat(bundle()).isEmpty();

    replica.certificates.ensure();

    assertThat(bundle()).isEqualTo(bundle);
  }

  @Test
  void aRegistrationThatIsNotThereIsNotMade() {
    var other =
        new Replica(installation.operator, installation.namespace, "nobody-made-this", clock);

    assertThatThrownBy(() -> other.leads().certificates.ensure())
        .as("the role names one registration only")
        .isInstanceOf(KubernetesClientException.class);
    new CaBundle(installation.controlPlane.client(), "nobody-made-this").publish("pem");

    var all = installation.controlPlane.client().admissionRegistration().v1();
    assertThat(all.mutatingWebhookConfigurations().withName("nobody-made-this").get()).isNull();
  }

  @Test
  void theAuthorityChangesWhilePodsAreCreated() throws Exception {
    clock.move(Duration.ofDays(-255));
    replica.leads().certificates.ensure();
    var first = bundle();
    clock.move(Duration.ofDays(250));
    replica.certificates.ensure();
    assertThat(bundle()).endsWith(first).isNotEqualTo(first);
    Installation.settle();

    try (var pods = PodStream.through(installation)) {
      pods.awaitMore(10);
      clock.move(Duration.ofDays(5));
      var shown = shownBy(replica);
      replica.certificates.ensure();
      pods.awaitMore(10);
      assertThat(shownBy(replica)).as("a leaf of the new authority").isNotEqualTo(shown);

      installation.deleteAuthority();
      pods.awaitMore(5);
      replica.certificates.ensure();
      pods.awaitMore(10);
      assertThat(bundle()).doesNotContain(first);
      assertThat(pods.failures()).isEmpty();
    }
  }

  private static BigInteger shownBy(Replica replica) {
    var keys = replica.serving.keyManager();
    var chain = keys.getCertificateChain(keys.chooseServerAlias("EC", null, null));
    return chain[0].getSerialNumber();
  }

  private String bundle() {
    return new String(Base64.getDecoder().decode(registeredBundle()), StandardCharsets.US_ASCII);
  }

  private String registeredBundle() {
    var bundle =
        installation.registration().getWebhooks().getFirst().getClientConfig().getCaBundle();
    return bundle == null ? "" : bundle;
  }
}
