package dev.apiauth.sidecar.prove.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.ClientDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.sidecar.egress.TrustAnchors;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.testkit.idp.OidcProviderServer;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The certified provider of npm, in TLS, whose access tokens are opaque. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ACertifiedProviderIsAsked {

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("company");
  private OidcProviderServer idp;

  @BeforeAll
  void start() {
    idp = OidcProviderServer.startTls(authority.server("localhost"));
  }

  @AfterAll
  void stop() {
    if (idp != null) idp.close();
  }

  @ParameterizedTest
  @EnumSource(ClientAuthentication.class)
  void withEachClientAuthentication(ClientAuthentication how) throws Exception {
    try (Asking asking = asking(how, new EndpointDocument(idp.introspectionUri(), null))) {
      String good = idp.tokenOf("alice");

      assertThat(Answers.of(asking.claims("idp", good))).isEqualTo("pass");
      assertThat(Answers.of(asking.claims("idp", idp.tokenForAnotherAudience("alice"))))
          .isEqualTo("token_not_for_us");
      assertThat(Answers.of(asking.claims("idp", "made-up"))).isEqualTo("token_inactive");

      idp.revoke(good, "guide");
      asking.pass(Duration.ofSeconds(61));
      assertThat(Answers.of(asking.claims("idp", good))).isEqualTo("token_inactive");
    }
  }

  @Test
  void whereItsMetadataSay() throws Exception {
    try (Asking asking =
        asking(
            ClientAuthentication.ClientSecretBasic,
            new EndpointDocument(null, idp.discoveryUri()))) {
      assertThat(Answers.of(asking.claims("idp", idp.tokenOf("alice")))).isEqualTo("pass");
    }
  }

  @Test
  void forTheUserOfAToken() throws Exception {
    ProviderDocument provider =
        Providers.document(
            "idp",
            List.of(),
            new VerificationDocument.UserInfo(new EndpointDocument(idp.userInfoUri(), null)),
            null,
            Optional.empty(),
            List.of());
    try (Asking asking = asking(provider, "unused")) {
      assertThat(Answers.of(asking.claims("idp", idp.userInfoTokenOf("alice")))).isEqualTo("pass");
      assertThat(Answers.of(asking.claims("idp", "made-up"))).isEqualTo("token_inactive");
    }
  }

  @Test
  void notWithAWrongSecret() throws Exception {
    ProviderDocument provider =
        provider(
            ClientAuthentication.ClientSecretBasic,
            new EndpointDocument(idp.introspectionUri(), null));
    try (Asking asking = asking(provider, "wrong")) {
      assertThat(Answers.of(asking.claims("idp", idp.tokenOf("alice"))))
          .isEqualTo("provider_silent");
    }
  }

  private Asking asking(ClientAuthentication how, EndpointDocument endpoint) throws Exception {
    return asking(provider(how, endpoint), secret(how));
  }

  private Asking asking(ProviderDocument provider, String secret) throws Exception {
    return new Asking(
        List.of("127.0.0.0/8", "::1/128", idp.issuer()),
        TrustAnchors.ofJvmAnd(authority.certificatePem().getBytes(UTF_8)),
        Metrics.NONE,
        Asking.secrets("idp", secret),
        provider);
  }

  private ProviderDocument provider(ClientAuthentication how, EndpointDocument endpoint) {
    return Providers.document(
        "idp",
        List.of(idp.issuer()),
        new VerificationDocument.Introspection(endpoint),
        new AudienceDocument("aud", List.of("jira")),
        Optional.of(new ClientDocument(client(how), how)),
        List.of());
  }

  private static String client(ClientAuthentication how) {
    return switch (how) {
      case ClientSecretBasic -> "asks-by-basic";
      case ClientSecretPost -> "asks-by-post";
      case PrivateKeyJwt -> "asks-by-assertion";
      case MutualTls -> "asks-by-certificate";
    };
  }

  private String secret(ClientAuthentication how) {
    return switch (how) {
      case ClientSecretBasic, ClientSecretPost -> idp.client(client(how)).secret();
      case PrivateKeyJwt -> idp.assertionKey().privateKeyPem();
      case MutualTls -> {
        IssuedCertificate shown = authority.client(idp.client(client(how)).commonName());
        yield shown.certificatePem() + shown.keyPem();
      }
    };
  }
}
