package dev.apiauth.sidecar.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.resolve.SecretContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SecretsAreReadFromManifests {

  private static final Map<String, String> VAULT = Map.of("apiauth.dev/pat-vault", "jira");

  private static final String GOOD =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: pats
        namespace: atlassian
        labels: {apiauth.dev/pat-vault: jira, team: a}
      data:
        username: YWxpY2U=
        token: |
          cGxhbnRlZC1z
          ZWNyZXQ=
      stringData:
        expires: "2027-01-01T00:00:00Z"
      """;

  @Test
  void dataIsDecodedAndStringDataTakenAsItIs() {
    var secrets = secrets("a.yaml", GOOD);

    var pats = secrets.labelled(VAULT).getFirst();
    assertThat(pats.name()).isEqualTo("pats");
    assertThat(pats.text("username")).contains("alice");
    assertThat(pats.text("token")).contains("planted-secret");
    assertThat(pats.text("expires")).contains("2027-01-01T00:00:00Z");
    assertThat(secrets.faults()).isEmpty();
  }

  @Test
  void everyLabelThatIsAskedForMustBeThere() {
    var secrets = secrets("a.yaml", GOOD);

    assertThat(secrets.labelled(Map.of("team", "a", "apiauth.dev/pat-vault", "jira"))).hasSize(1);
    assertThat(secrets.labelled(Map.of("team", "b", "apiauth.dev/pat-vault", "jira"))).isEmpty();
    assertThat(secrets.labelled(Map.of("other", "a"))).isEmpty();
  }

  @Test
  void severalDocumentsListsAndOtherKindsInOneFile() {
    var secrets =
        secrets(
            "a.yaml",
            """
            ---
            kind: ConfigMap
            metadata: {name: other, labels: {v: "1"}}
            ---
            ---
            kind: Secret
            metadata: {name: c, labels: {v: "1"}}
            ---
            kind: List
            items:
            - {kind: Secret, metadata: {name: b, labels: {v: "1"}}}
            - {kind: SecretList, items: [{kind: Secret, metadata: {name: a, labels: {v: "1"}}}]}
            """);

    assertThat(secrets.labelled(Map.of("v", "1")).stream().map(SecretContent::name))
        .containsExactly("a", "b", "c");
    assertThat(secrets.faults()).isEmpty();
  }

  @Test
  void jsonIsReadToo() {
    var secrets =
        secrets(
            "a.json",
            "{\"kind\":\"Secret\",\"metadata\":{\"name\":\"j\",\"labels\":{\"v\":\"1\"}},"
                + "\"data\":{\"k\":\"djE=\"}}");

    assertThat(secrets.labelled(Map.of("v", "1")).getFirst().text("k")).contains("v1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "faulty-secrets.csv", numLinesToSkip = 1, quoteCharacter = '~')
  void aFaultyOneIsNamedAndTheOthersAreRead(String name, String manifest, String why) {
    var secrets =
        SecretFiles.of(
            FileSet.of(
                Map.of("bad.yaml", utf8(manifest.replace("\\n", "\n")), "good.yaml", utf8(GOOD))));

    assertThat(secrets.labelled(Map.of()).stream().map(SecretContent::name))
        .containsExactly("pats");
    assertThat(secrets.faults().stream().map(FaultySecret::toString))
        .containsExactly("bad.yaml: " + why);
    assertThat(secrets.faults().toString()).doesNotContain("planted");
  }

  @Test
  void ofTwoWithOneNameNeitherIsTaken() {
    var secrets = SecretFiles.of(FileSet.of(Map.of("a.yaml", utf8(GOOD), "b.yaml", utf8(GOOD))));

    assertThat(secrets.labelled(VAULT)).isEmpty();
    assertThat(secrets.faults())
        .containsExactly(
            new FaultySecret("a.yaml", "Secret pats is there twice"),
            new FaultySecret("b.yaml", "Secret pats is there twice"));
  }

  @Test
  void secretsOfOtherNamespacesAreNotSeen() {
    var secrets =
        SecretFiles.of(
            FileSet.of(
                Map.of(
                    "a.yaml", utf8(GOOD),
                    "b.yaml", utf8(GOOD.replace("namespace: atlassian", "namespace: other")))));

    assertThat(secrets.in("atlassian").labelled(VAULT)).hasSize(1);
    assertThat(secrets.in("third").labelled(VAULT)).isEmpty();
  }

  @Test
  void whatNamesNoNamespaceBelongsToEach() {
    var secrets = secrets("a.yaml", GOOD.replace("  namespace: atlassian\n", ""));

    assertThat(secrets.in("third").labelled(VAULT)).hasSize(1);
  }

  @Test
  void theResourceAndItsSecretsAreOneSet(@TempDir Path directory) throws IOException {
    Path resource = Files.writeString(directory.resolve("jira.yaml"), "kind: AtlassianApiAuth");
    Path secrets = Files.createDirectory(directory.resolve("secrets"));
    Files.writeString(secrets.resolve("pats.yaml"), GOOD);
    Files.writeString(secrets.resolve("notes.txt"), "not a manifest");

    var reading = new StandaloneFiles(resource, secrets).read();

    assertThat(reading).isInstanceOf(FileReading.Read.class);
    FileSet files = ((FileReading.Read) reading).files();
    assertThat(files.files()).containsOnlyKeys("resource", "secrets/pats.yaml");
    var below = files.below(StandaloneFiles.SECRETS);
    assertThat(SecretFiles.of(below).in("atlassian").labelled(VAULT)).hasSize(1);
    assertThat(files.toString()).doesNotContain("planted");
  }

  @Test
  void whatIsTooLargeIsNotRead(@TempDir Path directory) throws IOException {
    Path resource = Files.write(directory.resolve("jira.yaml"), new byte[10 << 20]);

    assertThat(new StandaloneFiles(resource, directory).read())
        .isEqualTo(new FileReading.TooLarge("jira.yaml is larger than 2097152 bytes"));
  }

  @Test
  void aMissingDirectoryIsWaitedFor(@TempDir Path directory) throws IOException {
    Path resource = Files.writeString(directory.resolve("jira.yaml"), "kind: AtlassianApiAuth");

    assertThat(new StandaloneFiles(resource, directory.resolve("none")).read())
        .isInstanceOf(FileReading.Absent.class);
  }

  private static SecretFiles secrets(String file, String text) {
    return SecretFiles.of(FileSet.of(Map.of(file, utf8(text))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
