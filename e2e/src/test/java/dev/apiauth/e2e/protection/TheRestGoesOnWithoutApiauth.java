package dev.apiauth.e2e.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.idp.KeycloakPerson;
import dev.apiauth.testkit.kube.tool.ToolResult;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Parts are taken away one after the other: a namespace, the webhook, the whole release. */
@TestMethodOrder(OrderAnnotation.class)
class TheRestGoesOnWithoutApiauth {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PATH = "/rest/api/2/myself";

  private static Cluster cluster;
  private static Team leaving;
  private static Team staying;

  @BeforeAll
  static void deploy() {
    cluster = Cluster.start(Duration.ZERO);
    leaving = cluster.newTeam();
    staying = cluster.newTeam();
    leaving.deploy(Product.JIRA);
    staying.deploy(Product.JIRA);
    leaving.awaitCondition(Product.JIRA, "Ready", "True");
    staying.awaitCondition(Product.JIRA, "Ready", "True");
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  @Order(1)
  void aNamespaceGoesWithTheEnforcedPodsInIt() {
    ToolResult deleted = kubectl("delete", "namespace", leaving.namespace(), "--timeout=120s");

    assertThat(deleted.succeeded()).as(deleted.stderr()).isTrue();
    assertThat(cluster.node().link(leaving.namespace(), "jira-0")).isEmpty();
    assertThat(staying.condition(Product.JIRA, "Ready", "status")).isEqualTo("True");
  }

  @Test
  @Order(2)
  void theOtherNamespacesAreServedByTheNextOperatorToo() {
    cluster.operator().close();
    cluster.startOperator();

    // A password carries no groups.
    staying.apply(
        staying
            .resource(Product.JIRA)
            .with("/spec/credentials/passwords/basic", "Allow")
            .with("/spec/access/groups/allow", "[\"*\"]")
            .yaml());

    Team.await(SOON, "a password passes", () -> passwordStatus() == 200);
    staying.apply(staying.resource(Product.JIRA).yaml());
    Team.await(SOON, "a password is refused", () -> passwordStatus() == 403);
  }

  @Test
  @Order(3)
  void withoutTheWebhookNoPodComesWithoutASidecar() {
    kubectl("delete", "mutatingwebhookconfiguration", "apiauth");
    var jira = new TeamPod(staying, "jira-0");

    staying.kubectl("scale", "statefulset/jira", "--replicas=2");

    Team.await(
        SOON,
        "the StatefulSet is told why",
        () ->
            staying
                .kubectl("get", "events", "--output=jsonpath={.items[*].message}")
                .stdout()
                .contains(
                    "AtlassianApiAuth jira protects StatefulSet jira, and this pod does not"));
    assertThat(new TeamPod(staying, "jira-1").find()).isEmpty();
    assertThat(jira.find()).isPresent();
    staying.kubectl("scale", "statefulset/jira", "--replicas=1");
  }

  @Test
  @Order(4)
  void afterTheReleaseProductsRunAndAreDecidedAsBefore() {
    cluster.operator().close();
    cluster.operatorSettings().installation().uninstall();

    assertThat(passwordStatus()).isEqualTo(403);
    assertThat(tokenStatus()).isEqualTo(200);
    assertThat(left("atlassianapiauth/jira", "secret/apiauth-jira", "pod/jira-0"))
        .containsExactly("atlassianapiauth.apiauth.dev/jira", "secret/apiauth-jira", "pod/jira-0");
    assertThat(kubectl("get", "crd", "atlassianapiauths.apiauth.dev").succeeded()).isTrue();
  }

  @Test
  @Order(5)
  void andANewPodComesWithoutASidecar() {
    var pod = new TeamPod(staying, "jira-0");
    pod.replace();

    assertThat(pod.containers()).containsExactly("jira");
  }

  private static int passwordStatus() {
    return client()
        .get(PATH)
        .basic("alice", KeycloakPerson.named("alice").password())
        .send()
        .status();
  }

  private static int tokenStatus() {
    String token = cluster.keycloak().tokenByAuthorizationCode("alice");
    return client().get(PATH).bearer(token).send().status();
  }

  private static Client client() {
    return staying.client(Product.JIRA);
  }

  private static List<String> left(String... objects) {
    var words = new ArrayList<>(List.of("get"));
    words.addAll(List.of(objects));
    words.add("--output=name");
    return staying.kubectl(words.toArray(String[]::new)).stdout().lines().toList();
  }

  private static ToolResult kubectl(String... words) {
    return cluster.controlPlane().kubectl().attempt(words);
  }
}
