package dev.apiauth.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.cli.run.Run;
import dev.apiauth.policy.token.ApiTokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made, listed, explained and revoked by the command line alone. */
class ATokenLivesAndDiesWithItsSecret {

  private static final String POLICY =
      """
      apiVersion: apiauth.dev/v1alpha1
      kind: AtlassianApiAuth
      metadata: {name: jira, namespace: atlassian}
      spec:
        product: Jira
        targetRef: {name: jira}
        credentials:
          apiTokens:
            secretSelector: {matchLabels: {tokens: jira}}
            maxLifetime: 2400h
        access: {groups: {allow: [builds]}}
        identity:
          type: PersonalAccessTokens
          personalAccessTokens: {secretSelector: {matchLabels: {vault: jira}}}
      """;

  private static final String VAULT =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: pat-ci, labels: {vault: jira}}
      stringData: {username: svc-ci, token: PLANTED}
      """;

  @TempDir Path folder;
  private Path secrets;
  private Path policy;

  @BeforeEach
  void writeThePolicy() throws IOException {
    secrets = Files.createDirectory(folder.resolve("secrets"));
    policy = Files.writeString(folder.resolve("jira.yaml"), POLICY);
    Files.writeString(secrets.resolve("vault.yaml"), VAULT);
  }

  private Run made(String... more) {
    String[] arguments = {
      "token", "new", "--user", "svc-ci", "--groups", "builds", "--label", "tokens=jira"
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Run.apiauth(all);
  }

  private Run explained(String token, String request) {
    return Run.apiauth(
        "explain",
        policy.toString(),
        "--secrets",
        secrets.toString(),
        "--offline",
        "--token",
        token,
        "--request",
        request);
  }

  @Test
  void theSecretHoldsTheHashAndTheTokenIsShownOnce() throws IOException {
    Run run = made();
    String token = run.err().strip();
    JsonNode secret = new YAMLMapper().readTree(run.out());

    assertThat(run.exit()).isZero();
    assertThat(token).matches(ApiTokenText.SCANNER_PATTERN);
    assertThat(run.out()).doesNotContain(token);
    assertThat(secret.at("/metadata/labels/tokens").asText()).isEqualTo("jira");
    assertThat(secret.at("/stringData/username").asText()).isEqualTo("svc-ci");
    assertThat(secret.at("/stringData/created").asText()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(secret.at("/stringData/notAfter").asText()).isEqualTo("2027-02-22T12:00:00Z");
  }

  @Test
  void itOpensWhatItsScopeSaysUntilItIsRevoked() throws IOException {
    Run run = made("--read-only", "--paths", "/rest/api/2/project", "-n", "atlassian");
    Path file = Files.writeString(secrets.resolve("ci.yaml"), run.out());
    String token = run.err().strip();

    Run list = Run.apiauth("token", "list", secrets.toString(), "--policy", policy.toString());
    assertThat(list.out().lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("svc-ci", "2027-02-22T12:00:00Z", "Read /rest/api/2/project", "active");
    assertThat(explained(token, "GET /rest/api/2/project/ABC").out())
        .contains("user svc-ci by API token", "Secret pat-ci")
        .doesNotContain(token);
    assertThat(explained(token, "POST /rest/api/2/project").exit()).isEqualTo(1);
    assertThat(explained(token, "GET /rest/api/2/issue/ABC-1").exit()).isEqualTo(1);

    String id = token.substring("apiauth_".length()).split("_")[0];
    Run revoked = Run.apiauth("token", "revoke", id, secrets.toString());

    assertThat(revoked.exit()).isZero();
    assertThat(revoked.out()).contains("kubectl delete secret api-token-svc-ci-", "-n atlassian");
    assertThat(file).doesNotExist();
    assertThat(explained(token, "GET /rest/api/2/project/ABC").out()).contains("api_token_unknown");
  }

  @Test
  void othersInTheFileStayWhenOneIsRevoked() throws IOException {
    Run first = made("--name", "first");
    Run second = made("--name", "second");
    Path file =
        Files.writeString(
            secrets.resolve("both.yaml"), "# ours\n" + first.out() + "---\n" + second.out());
    String id = first.err().substring("apiauth_".length()).split("_")[0];

    assertThat(Run.apiauth("token", "revoke", id, file.toString()).exit()).isZero();
    assertThat(Files.readString(file)).contains("name: second").doesNotContain("name: first");
    assertThat(Run.apiauth("token", "revoke", id, file.toString()).exit()).isEqualTo(1);
  }

  @Test
  void aPolicySaysWhichItWouldRefuse() throws IOException {
    Files.writeString(secrets.resolve("long.yaml"), made("--lifetime", "101d").out());
    Files.writeString(secrets.resolve("bad.yaml"), made().out().replace("hash: ", "hash: x"));

    Run list =
        Run.apiauth(
            "token", "list", secrets.toString(), "--policy", policy.toString(), "-o", "json");

    assertThat(list.out()).contains("refused: it ", "maxLifetime", "unusable: ");
  }

  @Test
  void aFileForTheTokenIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("token");

    Run run = made("--token-out", file.toString());

    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(file).strip()).matches(ApiTokenText.SCANNER_PATTERN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(made("--token-out", file.toString()).exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --lifetime soon                     | is no duration. Write one like 720h or 90d
          --not-after tomorrow                | is no time. Write one like 2027-03-31T00:00:00Z
          --not-after 2026-11-24T11:59:59Z    | it has passed already
          --read-only --operations Write      | mutually exclusive
          --operations Delete                 | Delete
          """)
  void aWrongOptionSaysHowToWriteIt(String options, String complaint) {
    Run run = made(options.strip().split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(complaint).doesNotContain("apiauth_");
    assertThat(run.out()).isEmpty();
  }
}
