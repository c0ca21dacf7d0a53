package dev.apiauth.e2e.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.idp.KeycloakPerson;
import dev.apiauth.testkit.kube.tool.ToolResult;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Manifest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The last days of a resource, in order. */
@TestMethodOrder(OrderAnnotation.class)
class ProtectionEndsInTwoCommits {

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();
  private static final String PATH = "/rest/api/2/myself";
  private static final String PASSWORD = KeycloakPerson.named("alice").password();
  private static final Duration SOON = Duration.ofSeconds(30);

  /** More than a sweep and its grace together. */
  private static final Duration SWEPT = Duration.ofMinutes(2);

  private static final Manifest RESOURCE =
      TEAM.resource(Product.JIRA).without("/spec/interception/directAccess");

  private static Client client;

  @BeforeAll
  static void deploy() {
    TEAM.deploy(Product.JIRA, RESOURCE, 1);
    TEAM.awaitCondition(Product.JIRA, "Programmed", "True");
    client = TEAM.client(Product.JIRA);
  }

  @Test
  @Order(1)
  void whatEnforcesIsNotDeleted() {
    ToolResult result = delete();

    assertThat(result.succeeded()).isFalse();
    assertThat(result.stderr())
        .contains("AtlassianApiAuth jira is in force", "Set spec.mode to Disabled first");
    assertThat(passwordStatus()).isEqualTo(403);
  }

  @Test
  @Order(2)
  void disabledEverythingPassesAndIsSaid() {
    TEAM.apply(RESOURCE.with("/spec/mode", "Disabled").yaml());

    Team.await(SOON, "a password passes", () -> passwordStatus() == 200);
    Team.await(SOON, "Protected says why", () -> reason().equals("Disabled"));
    assertThat(TEAM.condition(Product.JIRA, "Protected", "status")).isEqualTo("False");
    Team.await(
        SOON,
        "a warning",
        () -> events().contains("Warning Disabled Protected is False: The mode is Disabled"));
  }

  @Test
  @Order(3)
  void thenItIsDeletedAndSidecarsGoOn() {
    assertThat(delete().stderr()).isEmpty();

    assertThat(passwordStatus()).isEqualTo(200);
    assertThat(exists("secret/apiauth-jira")).isTrue();
  }

  @Test
  @Order(4)
  void withTheLastInjectedPodGoesWhatItMounted() {
    var pod = new TeamPod(TEAM, "jira-0");
    pod.replace();

    assertThat(pod.containers()).containsExactly("jira");
    Team.await(SWEPT, "no rendered Secret is left", () -> !exists("secret/apiauth-jira"));
  }

  private static int passwordStatus() {
    return client.get(PATH).basic("alice", PASSWORD).send().status();
  }

  private static String reason() {
    return TEAM.condition(Product.JIRA, "Protected", "reason");
  }

  private static String events() {
    return TEAM.kubectl(
            "get",
            "events",
            "--output=jsonpath={range .items[*]}{.type} {.reason} {.message}{.note}{\"\\n\"}{end}")
        .stdout();
  }

  private static boolean exists(String object) {
    ToolResult found = TEAM.kubectl("get", object, "--ignore-not-found", "--output=name");
    assertThat(found.stderr()).isEmpty();
    return !found.stdout().isBlank();
  }

  private static ToolResult delete() {
    return TEAM.kubectl("delete", "atlassianapiauth/jira");
  }
}
