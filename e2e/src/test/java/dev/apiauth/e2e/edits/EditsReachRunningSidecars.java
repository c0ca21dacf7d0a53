package dev.apiauth.e2e.edits;

import static dev.apiauth.testkit.product.site.Product.JIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.cluster.ProductVault;
import dev.apiauth.testkit.kube.pod.PodRunner;
import dev.apiauth.testkit.kube.tool.ToolResult;
import dev.apiauth.testkit.scenario.Manifest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Jira with three pods, edited while it runs: what is asked in each pod is what its sidecar decides
 * then. A second one, with two pods on a node whose kubelet looks once a minute, is edited at the
 * beginning and looked at in the end.
 */
@TestMethodOrder(OrderAnnotation.class)
class EditsReachRunningSidecars {

  private static final Duration PROMISED = Duration.ofMinutes(2);
  private static final Duration SLOW = Duration.ofSeconds(60);
  private static final String NO_API_USERS = "[jira-admins]";

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();
  private static final Team SLOW_TEAM = CLUSTER.newTeam();

  private static PodRunner slowNode;
  private static RunningJira jira;
  private static RunningJira slowJira;
  private static Edit slowEdit;

  @BeforeAll
  static void deploy() {
    slowNode = CLUSTER.startSlowNode("slow-node", SLOW);
    Manifest onSlowNode =
        SLOW_TEAM.statefulSet(JIRA).with("/spec/template/spec/nodeName", "slow-node");
    slowJira = RunningJira.deploy(SLOW_TEAM, slowNode, 2, onSlowNode);
    jira = RunningJira.deploy(TEAM, CLUSTER.node(), 3, TEAM.statefulSet(JIRA));
    slowJira.awaitReady();
    slowEdit = Edit.of(slowJira, () -> SLOW_TEAM.apply(allowing(SLOW_TEAM, NO_API_USERS)));
    jira.awaitReady();
  }

  @AfterAll
  static void end() {
    jira.close();
    slowJira.close();
    slowNode.close();
  }

  @AfterEach
  void nothingWasRestarted() {
    assertThat(jira.runs()).isEqualTo(jira.runsAtFirst()).hasSize(3 * 2 * 2);
  }

  @Test
  void ofTheResource() {
    edit(() -> TEAM.apply(allowing(TEAM, NO_API_USERS))).isInForce(token("alice"), 403);
    edit(() -> TEAM.apply(TEAM.resource(JIRA).yaml())).isInForce(token("alice"), 200);
  }

  @Test
  void ofASecretThatIsReferredTo() {
    edit(() -> TEAM.apply(everybodyBut("alice"))).isInForce(token("alice"), 403);
    assertThat(jira.answers(token("carol"))).containsOnly(200);

    edit(() -> TEAM.apply(everybody())).isInForce(token("alice"), 200);
  }

  @Test
  void ofTheVaultToWhichASecretIsAdded() {
    edit(() -> TEAM.apply(everybodyBut("carol"))).isInForce(token("carol"), 403);

    edit(() -> TEAM.apply(ownSecretOf("carol"))).isInForce(token("carol"), 200);
    assertThat(jira.answers(token("alice"))).containsOnly(200);

    edit(() -> TEAM.kubectl("delete", "secret/pat-carol")).isInForce(token("carol"), 403);
    edit(() -> TEAM.apply(everybody())).isInForce(token("carol"), 200);
  }

  @Test
  void butWhatTheSchemaRefusesChangesNothing() {
    String hash = jira.policyHash();

    ToolResult refused = TEAM.tryToApply(TEAM.resource(JIRA).with("/spec/mode", "enforce").yaml());

    assertThat(refused.succeeded()).isFalse();
    assertThat(refused.stderr()).contains("spec.mode: Unsupported value: \"enforce\"");
    assertThat(jira.answers(token("alice"))).containsOnly(200);
    assertThat(jira.policyHash()).isEqualTo(hash);
  }

  @Test
  void andABrokenResourceChangesNothingButKeepsNoRevokedTokenAlive() {
    TEAM.apply(TEAM.resource(JIRA).with("/spec/providers/0/preset", "Keycloack").yaml());
    TEAM.awaitCondition(JIRA, "Accepted", "False");
    assertThat(TEAM.condition(JIRA, "Accepted", "message"))
        .contains("spec.providers[0].preset: there is no preset \"Keycloack\"");
    assertThat(jira.answers(token("alice"))).containsOnly(200);
    assertThat(jira.answers(token("bob"))).containsOnly(403);

    edit(() -> TEAM.apply(everybodyBut("alice"))).isInForce(token("alice"), 403);
    assertThat(jira.answers(token("carol"))).containsOnly(200);
    assertThat(TEAM.condition(JIRA, "Accepted", "status")).isEqualTo("False");

    edit(() -> TEAM.apply(TEAM.resource(JIRA).yaml())).isInForce(token("carol"), 200);
    edit(() -> TEAM.apply(everybody())).isInForce(token("alice"), 200);
    TEAM.awaitCondition(JIRA, "Ready", "True");
  }

  @Test
  void kubectlTellsItInOneLine() {
    TEAM.awaitCondition(JIRA, "Ready", "True");

    assertThat(TEAM.kubectl("get", "apiauth").stdout().lines())
        .satisfiesExactly(
            head ->
                assertThat(head.split(" +"))
                    .containsExactly(
                        "NAME", "PRODUCT", "MODE", "READY", "PODS", "POLICY", "REASON", "AGE"),
            row ->
                assertThat(row.split(" +"))
                    .startsWith("jira", "Jira", "Enforce", "True", "3/3", jira.policyHash())
                    .hasSize(8));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void asLateAsAKubeletIsAndNotLater() {
    slowEdit.isInForceWithin(PROMISED, token("alice"), 403);

    assertThat(slowEdit.lacking())
        .anyMatch(message -> slowJira.names().stream().allMatch(message::contains));
    assertThat(slowJira.runs()).isEqualTo(slowJira.runsAtFirst()).hasSize(2 * 2 * 2);
  }

  private static Edit edit(Runnable change) {
    return Edit.of(jira, change);
  }

  private static String token(String user) {
    return CLUSTER.keycloak().tokenByAuthorizationCode(user);
  }

  private static String allowing(Team team, String groups) {
    return team.resource(JIRA).with("/spec/access/groups/allow", groups).yaml();
  }

  /** The Secret with everybody's token, as it was before that user's was revoked. */
  private static String everybody() {
    return CLUSTER.vault(JIRA).secret(TEAM.namespace());
  }

  private static String everybodyBut(String user) {
    var left = new TreeMap<>(CLUSTER.vault(JIRA).tokens());
    left.remove(user);
    return new ProductVault(JIRA, left).secret(TEAM.namespace());
  }

  private static String ownSecretOf(String user) {
    return Manifest.of("{apiVersion: v1, kind: Secret}")
        .with("/metadata/name", "pat-" + user)
        .with("/metadata/namespace", TEAM.namespace())
        .with("/metadata/labels", Map.of("apiauth.dev/pat-vault", CLUSTER.vault(JIRA).label()))
        .with("/stringData", Map.of("username", user, "token", CLUSTER.vault(JIRA).tokenOf(user)))
        .yaml();
  }
}
