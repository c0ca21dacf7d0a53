package dev.apiauth.sidecar.prove.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.CallDocument.ClientPlace;
import dev.apiauth.policy.document.CallDocument.TokenPlacement;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.ClientDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.spec.CallMethod;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.spec.TokenPlace;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Question;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I1: every question carries the client's proof, in the place that its registration says. */
class TheProviderKnowsWhoAsks {

  private static final Reply GOOD = Reply.json("{'active':true,'aud':'jira','sub':'u-1'}");

  private final StubProvider idp =
      new StubProvider()
          .at("/introspect", GOOD)
          .at("/check", Reply.json("{'ok':true,'aud':'jira','token':'check_opaque'}"))
          .at("/me", Reply.json("{'sub':'u-1','aud':'jira'}"));

  @AfterEach
  void stop() {
    idp.close();
  }

  @Test
  void byBasicEncodedLikeAForm() { // RFC 6749, section 2.3.1
    Question question = asked(introspecting(ClientAuthentication.ClientSecretBasic), "p:w d+ä");

    assertThat(question.method()).isEqualTo("POST");
    assertThat(question.header("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder().encodeToString("us:p%3Aw+d%2B%C3%A4".getBytes(US_ASCII)));
    assertThat(question.body()).isEqualTo("token=idp_opaque&token_type_hint=access_token");
  }

  @Test
  void inTheForm() {
    Question question = asked(introspecting(ClientAuthentication.ClientSecretPost), "p:w d+");

    assertThat(question.headers()).doesNotContainKey("Authorization");
    assertThat(question.form("client_id")).isEqualTo("us");
    assertThat(question.form("client_secret")).isEqualTo("p%3Aw+d%2B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void byAnAssertionThatIsNewEachTime(String kind) throws Exception { // RFC 7523, section 3
    KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();
    SignedJWT first = assertion(pair, "idp_one");
    SignedJWT second = assertion(pair, "idp_two");

    assertThat(
            first.verify(
                kind.equals("RSA")
                    ? new RSASSAVerifier((RSAPublicKey) pair.getPublic())
                    : new ECDSAVerifier((ECPublicKey) pair.getPublic())))
        .isTrue();
    var claims = first.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("us");
    assertThat(claims.getSubject()).isEqualTo("us");
    assertThat(claims.getAudience()).containsExactly("https://idp.example");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(claims.getJWTID()).isNotEqualTo(second.getJWTClaimsSet().getJWTID());
  }

  private SignedJWT assertion(KeyPair pair, String token) throws Exception {
    ProviderDocument provider =
        Providers.authenticating(
            Providers.introspecting(
                "idp",
                new EndpointDocument(idp.url("/introspect"), null),
                List.of("https://idp.example")),
            ClientAuthentication.PrivateKeyJwt);
    Question question = asked(provider, pem(pair), token);
    assertThat(question.form("client_assertion_type"))
        .isEqualTo("urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer");
    return SignedJWT.parse(question.form("client_assertion"));
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded()));
  }

  @Test
  void aKeyThatIsNoneAsksNothing() {
    try (var asking =
        new Asking(
            List.of(idp.origin()),
            Asking.secrets("idp", "no key"),
            introspecting(ClientAuthentication.PrivateKeyJwt))) {
      assertThat(Answers.of(asking.claims("idp", "idp_opaque"))).isEqualTo("provider_silent");
      assertThat(Answers.finding(asking.claims("idp", "idp_opaque")))
          .contains("private key")
          .doesNotContain("no key\n");
    }
    assertThat(idp.questions()).isEmpty();
  }

  @Test
  void atAnEndpointOfItsOwnWithTheTokenInJson() { // GitHub
    Question question =
        asked(checking(CallMethod.POST, TokenPlace.Json, "access_token", ClientPlace.Registered));

    assertThat(question.header("Authorization")).startsWith("Basic ");
    assertThat(question.header("Content-type")).isEqualTo("application/json");
    assertThat(question.header("X-version")).isEqualTo("3");
    assertThat(question.body()).isEqualTo("{\"access_token\":\"check_opaque\"}");
  }

  @Test
  void atAnEndpointOfItsOwnWithTheTokenInTheQuery() { // Google, Facebook
    Question question =
        asked(
            checking(CallMethod.GET, TokenPlace.Query, "input_token", ClientPlace.AppAccessToken));

    assertThat(question.uri())
        .isEqualTo("/check?access_token=us%7Cshh&fixed=yes&input_token=check_opaque");
    assertThat(question.headers()).doesNotContainKey("Authorization");
  }

  @ParameterizedTest
  @CsvSource({"MutualTls, /mtls/introspect", "ClientSecretBasic, /introspect"})
  void whereTheProviderAsksForACertificate(ClientAuthentication how, String path) {
    // RFC 8705, section 5
    IssuedCertificate shown = TestCertificateAuthority.named("company").client("us");
    idp.at("/mtls/introspect", GOOD)
        .at(
            "/metadata",
            Reply.json(
                "{'introspection_endpoint':'%s','mtls_endpoint_aliases':{'introspection_endpoint':'%s'}}"
                    .formatted(idp.url("/introspect"), idp.url("/mtls/introspect"))));
    ProviderDocument provider =
        Providers.introspecting("idp", new EndpointDocument(null, idp.url("/metadata")), List.of());

    Question question =
        asked(
            Providers.authenticating(provider, how),
            how == ClientAuthentication.MutualTls
                ? shown.certificatePem() + shown.keyPem()
                : "shh");

    assertThat(question.path()).isEqualTo(path);
  }

  /** The example of RFC 4231, section 4.3. */
  @Test
  void byAProofOfTheTokenAndNotByTheSecret() { // Facebook
    ProviderDocument provider =
        checking(CallMethod.GET, TokenPlace.Bearer, null, ClientPlace.AppSecretProof);

    Question question = asked(provider, "Jefe", "what do ya want for nothing?");

    assertThat(question.uri())
        .isEqualTo(
            "/check?appsecret_proof=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
                + "&fixed=yes");
    assertThat(question.header("Authorization")).isEqualTo("Bearer what do ya want for nothing?");
  }

  @ParameterizedTest
  @EnumSource(names = {"ClientSecretPost", "PrivateKeyJwt"})
  void neverInAUrl(ClientAuthentication how) { // RFC 6749, section 2.3.1
    ProviderDocument provider =
        Providers.authenticating(
            checking(CallMethod.GET, TokenPlace.Bearer, null, ClientPlace.Registered), how);

    try (var asking = new Asking(List.of(idp.origin()), Asking.secrets("check", "shh"), provider)) {
      assertThat(Answers.finding(asking.claims("check", "check_opaque")))
          .contains("would stand in a URL");
    }
    assertThat(idp.questions()).isEmpty();
  }

  @Test
  void atAnEndpointOfItsOwnAsBearer() { // Slack, Discord
    Question question = asked(checking(CallMethod.GET, TokenPlace.Bearer, null, ClientPlace.None));

    assertThat(question.header("Authorization")).isEqualTo("Bearer check_opaque");
  }

  @Test
  void forItsUserWithTheTokenAlone() {
    ProviderDocument provider =
        Providers.document(
            "idp",
            List.of(),
            new VerificationDocument.UserInfo(new EndpointDocument(idp.url("/me"), null)),
            null,
            Optional.empty(),
            List.of());

    Question question = asked(provider, "unused");

    assertThat(question.method()).isEqualTo("GET");
    assertThat(question.header("Authorization")).isEqualTo("Bearer idp_opaque");
  }

  private static ProviderDocument introspecting(ClientAuthentication how, String url) {
    return Providers.authenticating(Providers.introspecting("idp", url), how);
  }

  private ProviderDocument introspecting(ClientAuthentication how) {
    return introspecting(how, idp.url("/introspect"));
  }

  private ProviderDocument checking(
      CallMethod method, TokenPlace place, @Nullable String field, ClientPlace client) {
    return Providers.asked(
        "check",
        List.of(),
        new VerificationDocument.Check(
            new CallDocument(
                idp.url("/check"),
                method,
                new TokenPlacement(place, field),
                client,
                new TreeMap<>(Map.of("X-Version", "3")),
                new TreeMap<>(method == CallMethod.GET ? Map.of("fixed", "yes") : Map.of())),
            List.of(),
            List.of(404),
            null),
        Optional.of(new ClientDocument("us", ClientAuthentication.ClientSecretBasic)),
        List.of());
  }

  private Question asked(ProviderDocument provider) {
    return asked(provider, "shh");
  }

  private Question asked(ProviderDocument provider, String secret) {
    return asked(provider, secret, provider.name() + "_opaque");
  }

  private Question asked(ProviderDocument provider, String secret, String token) {
    try (var asking =
        new Asking(List.of(idp.origin()), Asking.secrets(provider.name(), secret), provider)) {
      assertThat(Answers.of(asking.claims(provider.name(), token))).isEqualTo("pass");
    }
    return idp.last();
  }
}
