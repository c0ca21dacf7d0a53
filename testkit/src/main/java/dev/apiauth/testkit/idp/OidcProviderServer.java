package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.process.Command;
import dev.apiauth.testkit.process.ProcessWarden;
import dev.apiauth.testkit.process.ServerProcess;
import dev.apiauth.testkit.tls.IssuedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * A real {@code oidc-provider} (the certified one of npm) as a process of its own: opaque access
 * tokens and RFC 7662 introspection, JWTs by RFC 9068, and every way for a client to prove itself.
 *
 * <p>People and groups are those of {@link KeycloakRealm#atlassian}. Introspection tells {@code
 * username} and {@code groups} beside the registered members. Its keys are new at every start, and
 * all tokens are forgotten with it.
 */
public final class OidcProviderServer implements AutoCloseable {

  private static final Duration START_TIME = Duration.ofMinutes(1);
  private static final Duration STOP_TIME = Duration.ofSeconds(5);

  private final OidcProviderSettings settings;
  private final ServerProcess process;
  private final ProcessWarden warden;
  private final HttpClient client;

  private OidcProviderServer(
      OidcProviderSettings settings, ServerProcess process, ProcessWarden warden) {
    this.settings = settings;
    this.process = process;
    this.warden = warden;
    this.client = newClient(settings.certificate());
  }

  /**
   * In plain HTTP on a free port of 127.0.0.1; without the client that needs a certificate.
   *
   * @throws TestAbortedException where there is no Node.js, which test runners report as skipped
   * @throws IllegalStateException with the tail of its log if it does not start
   */
  public static OidcProviderServer start() {
    return start(Optional.empty());
  }

  /**
   * In TLS, where clients may prove themselves by certificates of the same authority (RFC 8705).
   *
   * @param certificate that names {@code localhost}
   */
  public static OidcProviderServer startTls(IssuedCertificate certificate) {
    return start(Optional.of(certificate));
  }

  private static OidcProviderServer start(Optional<IssuedCertificate> certificate) {
    var installation = OidcProviderInstallation.in(TestCache.ofMachine());
    int port = LoopbackAddress.withFreePort().getPort();
    var settings = new OidcProviderSettings(port, certificate, SigningKey.of("RS256"));
    try {
      var server = launch(installation, settings, Files.createTempDirectory("oidc-provider-"));
      server.process.awaitReady(server::answers, START_TIME);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for oidc-provider", e);
    }
  }

  private static OidcProviderServer launch(
      OidcProviderInstallation installation, OidcProviderSettings settings, Path directory)
      throws IOException {
    var file = Files.writeString(directory.resolve("settings.json"), settings.json());
    var arguments = List.of(installation.script().toString(), file.toString());
    var command = Command.of(installation.programs().node(), directory, arguments);
    var warden = ProcessWarden.over(directory);
    var log = directory.resolve("server.log");
    var process = ServerProcess.start("oidc-provider", command, log, warden);
    return new OidcProviderServer(settings, process, warden);
  }

  private static HttpClient newClient(Optional<IssuedCertificate> certificate) {
    var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    certificate.ifPresent(issued -> builder.sslContext(issued.context()));
    return builder.build();
  }

  /** The {@code iss} of its tokens. */
  public String issuer() {
    return settings.issuer();
  }

  public String discoveryUri() {
    return issuer() + "/.well-known/openid-configuration";
  }

  public String introspectionUri() {
    return issuer() + "/token/introspection";
  }

  public String tokenUri() {
    return issuer() + "/token";
  }

  public String userInfoUri() {
    return issuer() + "/me";
  }

  public String jwksUri() {
    return issuer() + "/jwks";
  }

  /** The client of that name: {@code guide}, {@code ci-bot}, {@code asks-by-basic} and so on. */
  public OidcClient client(String clientId) {
    return settings.client(clientId);
  }

  /** Signs the assertions of {@code asks-by-assertion} (RFC 7523). */
  public SigningKey assertionKey() {
    return settings.key();
  }

  /** An opaque access token of that person for audience {@code jira}, by client {@code guide}. */
  public String tokenOf(String username) {
    return tokenOf(username, "guide");
  }

  /** The same by another client, such as {@code other-app} or {@code short-lived} (2 s). */
  public String tokenOf(String username, String clientId) {
    return ofPerson(username, clientId, OidcProviderSettings.OPAQUE_RESOURCE);
  }

  /** An opaque access token of that person for audience {@code payroll}. */
  public String tokenForAnotherAudience(String username) {
    return ofPerson(username, "guide", OidcProviderSettings.OTHER_RESOURCE);
  }

  /** A JWT for audience {@code jira} (RFC 9068). */
  public String jwtOf(String username) {
    return ofPerson(username, "guide", OidcProviderSettings.JWT_RESOURCE);
  }

  /** An opaque access token for no audience, which UserInfo takes. */
  public String userInfoTokenOf(String username) {
    var grant = Map.of("username", username, "scope", "openid profile email");
    return token("guide", "password", grant);
  }

  /** An opaque access token of an application, {@code ci-bot}, on its own behalf. */
  public String tokenOfClient(String clientId) {
    var grant = Map.of("resource", OidcProviderSettings.OPAQUE_RESOURCE, "scope", "read");
    return token(clientId, "client_credentials", grant);
  }

  /** Takes a token back (RFC 7009); introspection calls it inactive from then on. */
  public void revoke(String token, String clientId) {
    var request = FormPost.to(URI.create(issuer() + "/token/revocation"), Map.of("token", token));
    http().expecting(200, authenticated(request, clientId));
  }

  private String ofPerson(String username, String clientId, String resource) {
    return token(
        clientId, "password", Map.of("username", username, "scope", "read", "resource", resource));
  }

  private String token(String clientId, String grantType, Map<String, String> grant) {
    var fields = new HashMap<>(grant);
    fields.put("grant_type", grantType);
    fields.put("client_id", clientId);
    var request = authenticated(FormPost.to(URI.create(tokenUri()), fields), clientId);
    return http().json(request).required("access_token").asText();
  }

  private HttpRequest authenticated(HttpRequest request, String clientId) {
    var registered = client(clientId);
    return HttpRequest.newBuilder(request, (_, _) -> true)
        .header("Authorization", BasicCredentials.of(clientId, registered.secret()))
        .build();
  }

  private HttpCalls http() {
    return new HttpCalls(client);
  }

  private boolean answers() {
    try {
      return http()
              .expecting(200, HttpRequest.newBuilder(URI.create(discoveryUri())).build())
              .statusCode()
          == 200;
    } catch (UncheckedIOException e) {
      return false; // not listening yet
    }
  }

  /** Stops it and removes what it was told. */
  @Override
  public void close() {
    process.stop(STOP_TIME);
    client.close();
    warden.close();
  }
}
