package dev.apiauth.cli.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.cli.run.Run;
import dev.apiauth.testkit.idp.KeycloakClient;
import dev.apiauth.testkit.idp.KeycloakOptions;
import dev.apiauth.testkit.idp.KeycloakPerson;
import dev.apiauth.testkit.idp.KeycloakRealm;
import dev.apiauth.testkit.idp.KeycloakServer;
import dev.apiauth.testkit.idp.StubIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a Keycloak, in all three ways to a token; the test is the person at the browser. */
class ARealProviderIsChecked {

  private static final String DEVICE = "oauth2.device.authorization.grant.enabled";

  private static final KeycloakRealm REALM =
      KeycloakRealm.named("checked")
          .with(KeycloakPerson.named("alice", "jira-api-users"))
          .with(
              new KeycloakClient(
                  "people",
                  KeycloakClient.Kind.PEOPLE,
                  List.of("jira"),
                  List.of(),
                  Map.of(DEVICE, "true")))
          .with(KeycloakClient.forApplication("robot", "jira").withServiceAccountIn("builds"));

  private static KeycloakServer keycloak;

  @TempDir Path folder;

  @BeforeAll
  static void startTheProvider() {
    keycloak = KeycloakServer.start(KeycloakOptions.defaults().serving(REALM));
  }

  @AfterAll
  static void stopTheProvider() {
    keycloak.close();
  }

  private static String origin() {
    URI issuer = URI.create(keycloak.issuer());
    return "%s://%s".formatted(issuer.getScheme(), issuer.getAuthority());
  }

  private static List<String> check(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "provider",
                "check",
                "--preset",
                "Keycloak",
                "--parameters",
                "url=%s,realm=checked".formatted(origin()),
                "--audience",
                "jira",
                "--egress-allow",
                origin()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static JsonNode json(Run run) throws IOException {
    return new JsonMapper().readTree(run.out());
  }

  @Test
  void whatItPublishesIsLookedAt() {
    Run run = Run.at(InstantSource.system(), check());

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("metadata  fine", "issuer    fine", "usable: RSA", "2048 bits", "plain http");
  }

  /** Keycloak sends no Date. */
  @Test
  void aClockThatIsOffIsFound() {
    try (var stub = StubIssuer.start()) {
      List<String> arguments =
          List.of(
              "provider",
              "check",
              "--preset",
              "Oidc",
              "--parameters",
              "issuer=" + stub.issuer(),
              "--egress-allow",
              stub.issuer());

      Run run = Run.at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-3)), arguments);

      assertThat(run.out())
          .contains("clock     wrong", "differs from ours by 1", "60 s are tolerated");
      assertThat(run.exit()).isEqualTo(1);
      assertThat(Run.at(InstantSource.system(), arguments).exit()).isZero();
    }
  }

  /** The most frequent mistake: the slash at the end. */
  @Test
  void anIssuerThatDiffersIsFound() {
    Run run =
        Run.at(
            InstantSource.system(),
            List.of(
                "provider",
                "check",
                "--preset",
                "Oidc",
                "--parameters",
                "issuer=%s/".formatted(keycloak.issuer()),
                "--egress-allow",
                origin()));

    assertThat(run.out()).contains("the provider calls itself \"%s\"".formatted(keycloak.issuer()));
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void aProviderThatIsDownIsNotAnswered() {
    List<String> arguments = check();
    arguments.replaceAll(text -> text.replace(origin(), "http://127.0.0.1:1"));

    Run run = Run.at(InstantSource.system(), arguments);

    assertThat(run.out()).contains("metadata  not-answered");
    assertThat(run.exit()).isEqualTo(3);
  }

  @Test
  void whatIsNotOpenedIsNotAsked() {
    List<String> arguments = check();
    arguments.set(arguments.indexOf(origin()), "http://elsewhere.example.com:80");

    Run run = Run.at(InstantSource.system(), arguments);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("egress.allow", origin());
  }

  @Test
  void aPersonLogsInWithABrowser() throws Exception {
    Running command =
        Running.start(check("-o", "json", "--login", "code", "--client-id", "people"));
    try (var browser = new Browser()) {
      var login = browser.open(command.address());
      var end = browser.submit(login, alice());
      assertThat(end.html()).contains("This window can be closed");
    }

    Run run = command.end();

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(json(run).at("/claims/preferred_username").asText()).isEqualTo("alice");
    assertThat(run.out()).contains("user alice, groups jira-api-users");
    assertThat(json(run).at("/proposal/username/claim").asText()).isEqualTo("preferred_username");
    assertThat(json(run).at("/proposal/groups/claim").asText()).isEqualTo("groups");
    assertThat(json(run).at("/proposal/audiences/0").asText()).isEqualTo("jira");
    assertThat(run.out()).doesNotContain("eyJ");
  }

  @Test
  void aBrowserThatComesBackWithAnotherStateIsNotBelieved() throws Exception {
    Running command =
        Running.start(check("-o", "json", "--login", "code", "--client-id", "people"));
    String redirect =
        java.net.URLDecoder.decode(
            command.address().replaceAll(".*redirect_uri=([^&]*).*", "$1"),
            java.nio.charset.StandardCharsets.UTF_8);
    try (var browser = new Browser()) {
      browser.open(redirect + "?code=stolen&state=another");
    }

    Run run = command.end();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("another state");
  }

  @Test
  void aPersonConfirmsACodeOnAnotherDevice() throws Exception {
    Running command = Running.start(check("--login", "device", "--client-id", "people"));
    try (var browser = new Browser()) {
      var consent = browser.submit(browser.open(command.address()), alice());
      browser.submit(consent, Map.of("accept", "Yes"));
    }

    Run run = command.end();

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("user alice, groups jira-api-users");
  }

  @Test
  void anApplicationAsksForItselfAndIsNotMappedYet() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), REALM.client("robot").secret());

    Run run =
        Run.at(
            InstantSource.system(),
            check(
                "--login",
                "client-credentials",
                "--client-id",
                "robot",
                "--client-secret-file",
                secret.toString()));

    assertThat(run.out())
        .contains("service-account-robot", "application_unmapped")
        .doesNotContain(REALM.client("robot").secret());
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void aWrongSecretIsToldInTheProvidersWords() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "wrong");

    Run run =
        Run.at(
            InstantSource.system(),
            check(
                "--login",
                "client-credentials",
                "--client-id",
                "robot",
                "--client-secret-post",
                "--client-secret-file",
                secret.toString()));

    assertThat(run.out()).contains("401 unauthorized_client");
    assertThat(run.exit()).isEqualTo(1);
  }

  private static Map<String, String> alice() {
    KeycloakPerson alice = REALM.person("alice");
    return Map.of("username", alice.username(), "password", alice.password());
  }
}
