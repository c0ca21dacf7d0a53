package dev.apiauth.operator.certs;

import static dev.apiauth.operator.names.Names.sidecarHost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.operator.observe.ChannelCredentials;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operator as a client, before a server that demands what sidecars demand. */
@EnableKubernetesMockClient(crud = true)
@Timeout(60)
class TheChannelKnowsBothSides {

  @SuppressWarnings("NullAway.Init")
  private KubernetesClient client;

  private final MutableClock clock = new MutableClock(Instant.now());

  @SuppressWarnings("NullAway.Init")
  private Certificates certificates;

  @BeforeEach
  void begin() {
    certificates = replica(client);
    certificates.ensure();
  }

  private Certificates replica(KubernetesClient api) {
    return new Certificates(
        new AuthorityStore(api, "apiauth"),
        () -> true,
        new CaBundle(api, "apiauth"),
        new ServingCertificate(List.of("127.0.0.1"), clock),
        clock);
  }

  @Test
  void theOperatorReachesTheSidecarByItsAddress() throws Exception {
    try (var sidecar = ChannelEnd.start(sidecarOf("jira"))) {
      assertThat(ask(sidecar, towardsJira())).isEqualTo("apiauth-operator TLSv1.3");
    }
  }

  @Test
  void anotherResourcesSidecarIsNotBelieved() throws Exception {
    try (var sidecar = ChannelEnd.start(sidecarOf("confluence"))) {
      var tls = towardsJira();

      assertThatThrownBy(() -> ask(sidecar, tls))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not for jira.atlassian.sidecar");
    }
  }

  @Test
  void aSidecarOfAnotherAuthorityIsNotBelieved() throws Exception {
    var stranger = Authorities.first(clock.instant());
    var theirs =
        new SidecarCertificates(() -> stranger, clock)
            .certificateFor("atlassian", "jira", Optional.empty());
    try (var sidecar = ChannelEnd.start(theirs)) {
      var tls = towardsJira();

      assertThatThrownBy(() -> ask(sidecar, tls)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aNewAuthorityChangesNothingForWhoHasNotHeardOfIt() throws Exception {
    clock.move(Duration.ofDays(-5));
    client.secrets().inNamespace("apiauth").withName(AuthorityStore.SECRET).delete();
    certificates = replica(client);
    certificates.ensure();
    var before = sidecarOf("jira");

    client.secrets().inNamespace("apiauth").withName(AuthorityStore.SECRET).delete();
    certificates.ensure();
    try (var lags = ChannelEnd.start(before)) {
      assertThat(ask(lags, towardsJira())).startsWith("apiauth-operator");
    }

    clock.move(Duration.ofDays(5));
    certificates.ensure();
    var after = certificates.sidecars().certificateFor("atlassian", "jira", Optional.of(before));
    assertThat(after.certificate()).isEqualTo(before.certificate());
    try (var lags = ChannelEnd.start(before);
        var follows = ChannelEnd.start(after)) {
      assertThatThrownBy(() -> ask(lags, towardsJira())).isInstanceOf(IOException.class);
      assertThat(ask(follows, towardsJira())).startsWith("apiauth-operator");
    }
  }

  private SSLContext towardsJira() {
    return ChannelCredentials.of(certificates.channelKeys(), certificates.channelAuthorities())
        .towards(sidecarHost("atlassian", "jira"));
  }

  private SidecarCertificate sidecarOf(String resource) {
    return certificates.sidecars().certificateFor("atlassian", resource, Optional.empty());
  }

  private static String ask(ChannelEnd sidecar, SSLContext tls)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var http = HttpClient.newBuilder().sslContext(tls).build()) {
      var uri = URI.create("https://127.0.0.1:" + sidecar.port() + "/v1/acknowledgement");
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }
}
