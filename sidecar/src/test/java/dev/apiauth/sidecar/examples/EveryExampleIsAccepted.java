package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.ApiTokenCheck;
import dev.apiauth.policy.check.CheckedApiToken;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.sidecar.reload.FileReading;
import dev.apiauth.sidecar.reload.FileSet;
import dev.apiauth.sidecar.reload.ResourceFile;
import dev.apiauth.sidecar.reload.SecretFiles;
import dev.apiauth.sidecar.reload.StandaloneFiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resource in {@code examples} is checked, resolved and compiled. */
class EveryExampleIsAccepted {

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();
  private static final PresetCatalog CATALOG = PresetCatalog.shipped();
  private static final Path SECRETS = Checkout.root().resolve("examples/secrets");
  private static final Path TOKENS = Checkout.root().resolve("examples/api-tokens");
  private static final Path WORKLOADS = Checkout.root().resolve("examples/cluster/workloads");
  private static final Path CLUSTER_TOKENS = Checkout.root().resolve("examples/cluster/tokens");

  /** What the quickstart opens in both its forms; the other examples need nothing opened. */
  private static final List<String> KEYCLOAK = List.of("http://127.0.0.1:18180");

  static Stream<String> resources() {
    Path examples = Checkout.root().resolve("examples");
    return Checkout.yamlBelow("examples").stream()
        .filter(
            file ->
                Stream.of(SECRETS, TOKENS, CLUSTER_TOKENS, WORKLOADS).noneMatch(file::startsWith))
        .filter(file -> !file.endsWith("external-secrets.yaml"))
        .map(file -> examples.relativize(file).toString());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void itIsCheckedResolvedAndCompiled(String example) {
    var files = new StandaloneFiles(Checkout.root().resolve("examples").resolve(example), SECRETS);
    List<String> opened = example.contains("/") ? KEYCLOAK : List.of();
    var resolver = new PolicyResolver(CATALOG, new EgressRules(EgressAllowance.of(opened)));

    PolicyReading reading =
        new ResourceFile(files, CHECK, resolver, InstantSource.system()).policy(read(files));

    assertThat(reading).isInstanceOf(PolicyReading.Complete.class);
    var complete = (PolicyReading.Complete) reading;
    var compiler = new PolicyCompiler(CATALOG, new PayloadIssuer(), ProductDefaults.NONE);
    assertThat(compiler.compile(complete.set(), complete.hash())).isNotNull();
  }

  static Stream<String> tokens() {
    return Checkout.yamlBelow("examples/api-tokens").stream()
        .map(file -> TOKENS.relativize(file).toString());
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aTokenIsCheckedAndAccepted(String example) {
    var check = ApiTokenCheck.byCommittedCrd();
    String page = Checkout.text("docs/api-token-resource.md");

    assertThat(check.check(Checkout.text("examples/api-tokens/" + example)))
        .isInstanceOf(CheckedApiToken.Accepted.class);
    assertThat(page).contains("examples/api-tokens/" + example);
  }

  @Test
  void theSecretsAreFoundByTheLabelOfTheExamples() {
    FileSet read = read(new StandaloneFiles(SECRETS.resolve("alice.yaml"), SECRETS));

    SecretFiles secrets = SecretFiles.of(read.below(StandaloneFiles.SECRETS));

    assertThat(secrets.faults()).isEmpty();
    assertThat(secrets.labelled(Map.of("apiauth.dev/pat-vault", "jira")))
        .extracting(secret -> secret.name())
        .containsExactly("pat-alice", "pats");
  }

  /** So that a reader of the README can copy it and get what is tested here. */
  @Test
  void theReadmeShowsTheSmallestOne() {
    String example = Checkout.text("examples/cognito.yaml");

    assertThat(Checkout.text("README.md"))
        .contains("```yaml\n" + example.substring(example.indexOf("apiVersion")) + "```");
  }

  private static FileSet read(StandaloneFiles files) {
    assertThat(files.read()).isInstanceOf(FileReading.Read.class);
    return ((FileReading.Read) files.read()).files();
  }
}
