package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Installed;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.http.BrokenAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import dev.apiauth.testkit.idp.StubBehaviour;
import dev.apiauth.testkit.product.fault.Misbehaviour;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Everything that a sidecar prints over many outcomes, at the finest level of its log, searched for
 * the secrets that passed through it.
 */
class PlantedSecretsAreNeverPrinted {

  private static final String PROJECTS = "/rest/api/2/project";
  private static final String PASSWORD = "canary-password-7f3a";
  private static final String COOKIE = "canary-cookie-91bc";
  private static final String PARAMETER = "canary-parameter-44de";
  private static final String ON_FILE = "canary-token-on-file-d00d";
  private static final String NONSENSE = "canary-nonsense-token-2b2b";

  private final List<String> secrets =
      new ArrayList<>(
          List.of(PASSWORD, COOKIE, PARAMETER, ON_FILE, NONSENSE, basic("alice", PASSWORD)));

  @Test
  void whateverBecomesOfARequest() {
    try (var company = new StubCompany();
        var jira = company.trusted(Scenario.jira()).install("-DAPIAUTH_LOG_LEVEL=TRACE")) {
      allowedAndRefused(jira, company);
      malformed(jira);
      faultySecrets(jira, company);
      failingNeighbours(jira, company);
      jira.sidecar().terminate();
      jira.sidecar().awaitEnd();

      List<String> printed = jira.sidecar().printed();
      assertThat(printed).hasSizeGreaterThan(20);
      assertThat(String.join("\n", printed))
          .as("reasons of each kind")
          .contains("password_refused", "token_expired", "group_missing", "token_in_uri");
      assertThat(printed)
          .allSatisfy(line -> assertThat(line).doesNotContain(secrets.toArray(String[]::new)));
    }
  }

  private void allowedAndRefused(Installed jira, StubCompany company) {
    Client client = jira.sidecar().client();
    for (String user : List.of("alice", "bob", "nobody")) {
      client.get(PROJECTS).bearer(secret(company.tokenOf(user))).send();
    }
    var draft = company.draftFor("alice");
    for (String token :
        List.of(
            draft.expiresIn(Duration.ofHours(-1)).sign(),
            draft.audience("another").sign(),
            draft.issuer("https://elsewhere.example").sign(),
            draft.claim("groups", List.of("others")).sign(),
            draft.kid("unknown").sign(),
            draft.sign() + "x")) {
      client.get(PROJECTS).bearer(secret(token)).send();
    }
    client.get(PROJECTS).bearer(NONSENSE).send();
    client.get(PROJECTS).basic("alice", PASSWORD).send();
    client.get(PROJECTS + "?os_username=alice&os_password=" + PASSWORD).send();
    client.get(PROJECTS + "?access_token=" + PARAMETER).send();
    client.get("/rest/api/2/myself?token=" + PARAMETER).bearer(company.tokenOf("alice")).send();
    client.get("/secure/Dashboard.jspa").header("Cookie", "JSESSIONID=" + COOKIE).send();
    client.get(PROJECTS).header("Cookie", "JSESSIONID=" + COOKIE).send();
    client.form("/login.jsp", "os_username=alice&os_password=" + PASSWORD).send();
    client.form(PROJECTS, "os_username=alice&os_password=" + PASSWORD).send();
    client
        .post("/rest/auth/1/session", "{\"username\":\"alice\",\"password\":\"" + PASSWORD + "\"}")
        .send();
  }

  private static void malformed(Installed jira) {
    for (String field :
        List.of(
            "Authorization: Bearer\t" + NONSENSE,
            "Authorization: Bearer " + NONSENSE + "\r\nAuthorization: Bearer " + PARAMETER,
            "Authorization : Bearer " + NONSENSE,
            "Authorization: Bearer " + NONSENSE + "\u0001",
            "X-A: b\r\n Cookie: " + COOKIE)) {
      try (var client = RawHttpClient.to(jira.sidecar().port())) {
        client
            .send("GET " + PROJECTS + " HTTP/1.1\r\nHost: jira\r\n" + field + "\r\n\r\n")
            .answer();
      } catch (BrokenAnswer closedWithoutOne) {
        assertThat(closedWithoutOne).isNotNull();
      }
    }
  }

  private static void faultySecrets(Installed jira, StubCompany company) {
    jira.folder().putTokenOnFile("alice", ON_FILE);
    jira.folder().putTokenOnFile("dora", ON_FILE);
    jira.folder()
        .putSecret(
            "pat-broken",
            Manifest.of(
                    "{apiVersion: v1, kind: Secret, metadata: {name: pat-broken, labels:"
                        + " {apiauth.dev/pat-vault: \"true\"}}}")
                .with("/stringData/token", ON_FILE)
                .with("/data/username", '"' + ON_FILE + "!!\""));
    pause();
    for (int i = 0; i < 3; i++) {
      jira.sidecar().client().get(PROJECTS).bearer(company.tokenOf("alice")).send();
      jira.folder().writeText("spec: {token: " + ON_FILE + ", [");
      pause();
    }
  }

  private static void failingNeighbours(Installed jira, StubCompany company) {
    String token = company.tokenOf("bob");
    jira.product().misbehave(new Misbehaviour.CloseMidBody());
    attempt(jira, token);
    jira.product().behave();
    jira.product().misbehave(new Misbehaviour.ActAsSomebodyElse("carol"));
    attempt(jira, token);
    jira.product().behave();
    jira.folder().write(jira.resource().with("/spec/upstream/port", 1));
    pause();
    attempt(jira, token);
    company.issuer().behave(new StubBehaviour.Garbage());
    attempt(jira, company.draftFor("bob").kid("another").sign());
    company.issuer().goDown();
    attempt(jira, company.draftFor("bob").kid("a-third").sign());
  }

  private static void attempt(Installed jira, String token) {
    try {
      jira.sidecar().client().get(PROJECTS).bearer(token).send();
    } catch (UncheckedIOException cut) {
      assertThat(cut).hasCauseInstanceOf(IOException.class);
    }
  }

  /** Remembers a token, and its signature alone. */
  private String secret(String token) {
    secrets.add(token);
    secrets.add(token.substring(token.lastIndexOf('.') + 1));
    return token;
  }

  private static String basic(String user, String password) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
