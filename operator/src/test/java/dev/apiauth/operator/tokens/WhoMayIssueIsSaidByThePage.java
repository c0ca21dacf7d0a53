package dev.apiauth.operator.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.tool.ToolResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The role and the policy of {@code docs/api-token-resource.md}, applied as they stand there. */
@TestMethodOrder(OrderAnnotation.class)
class WhoMayIssueIsSaidByThePage {

  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  private static OperatedNamespace cluster;
  private static List<String> blocks;

  @BeforeAll
  static void install() throws IOException {
    cluster = OperatedNamespace.prepare();
    Path page = Path.of(System.getProperty("apiauth.root"), "docs/api-token-resource.md");
    blocks =
        BLOCK
            .matcher(Files.readString(page))
            .results()
            .map((MatchResult found) -> found.group(1))
            .map(yaml -> yaml.replace("namespace: atlassian", "namespace: " + namespace()))
            .toList();
    kubectl(block("kind: Role\n"), "apply", "-f", "-");
    kubectl(
        "",
        "create",
        "rolebinding",
        "issuers",
        "--role=api-token-issuer",
        "--user=alice",
        "--user=bob");
  }

  @AfterAll
  static void end() {
    kubectl(block("ValidatingAdmissionPolicy\n"), "delete", "--ignore-not-found", "-f", "-");
    cluster.close();
  }

  @Test
  @Order(1)
  void anIssuerMakesTokensForAnybodyAndWritesNoHash() {
    assertThat(succeeds(apply("alice", block("kind: AtlassianApiToken\n")))).isTrue();
    assertThat(may("alice", "patch", "atlassianapitokens", "--subresource=status")).isEqualTo("no");
    assertThat(may("alice", "get", "secrets")).isEqualTo("no");
    assertThat(may("carol", "create", "atlassianapitokens")).isEqualTo("no");
  }

  @Test
  @Order(2)
  void thePolicyHoldsPeopleToTheirOwnNames() {
    kubectl(block("ValidatingAdmissionPolicy\n"), "apply", "-f", "-");

    Eventually.satisfies(
        () -> Optional.of(apply("alice", token("theft", "bob", "")).stderr()),
        said -> said.contains("made, changed and revoked by its own user"));
    assertThat(succeeds(apply("alice", token("own", "alice", "")))).isTrue();
    assertThat(apply("alice", token("grouped", "alice", "groups: [admins],")).stderr())
        .contains("groups are told by whoever issues tokens for others");
    assertThat(kubectl("", "delete", "apitoken/own", "--as=bob").stderr())
        .contains("made, changed and revoked by its own user");
    assertThat(succeeds(kubectl("", "delete", "apitoken/own", "--as=alice"))).isTrue();
  }

  @Test
  @Order(3)
  void andTheOperatorStillRemovesWhatHasEnded() {
    assertThat(succeeds(apply("alice", token("old", "alice", "")))).isTrue();
    String operator = "--as=system:serviceaccount:%1$s:%1$s".formatted(cluster.home());

    assertThat(succeeds(kubectl("", "delete", "apitoken/old", operator))).isTrue();
  }

  private static boolean succeeds(ToolResult result) {
    assertThat(result.stderr()).isEmpty();
    return result.succeeded();
  }

  private static String token(String name, String username, String rest) {
    return """
    apiVersion: apiauth.dev/v1alpha1
    kind: AtlassianApiToken
    metadata: {name: %s}
    spec: {policyRef: {name: jira}, username: %s, %s lifetime: 1h}
    """
        .formatted(name, username, rest);
  }

  private static ToolResult apply(String user, String manifest) {
    return kubectl(manifest, "create", "--as=" + user, "-f", "-");
  }

  private static String may(String user, String verb, String resource, String... more) {
    var words = new ArrayList<>(List.of("auth", "can-i", verb, resource, "--as=" + user));
    words.addAll(List.of(more));
    return kubectl("", words.toArray(String[]::new)).stdout().strip();
  }

  private static ToolResult kubectl(String input, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--namespace=" + namespace());
    return ControlPlane.shared().kubectl().attemptWith(input, all.toArray(String[]::new));
  }

  private static String block(String part) {
    return blocks.stream().filter(yaml -> yaml.contains(part)).findFirst().orElseThrow();
  }

  private static String namespace() {
    return cluster.namespace();
  }
}
