package dev.apiauth.e2e.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.kube.network.PodLink;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Manifest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The operator's own view of the product's port. Nothing enforces NetworkPolicies here, so the
 * port's silence is made on the pod's connection. No event tells the operator: it looks again every
 * half minute.
 */
class ProtectedSaysWhatWasMeasured {

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();

  @BeforeAll
  static void deploy() {
    TEAM.deploy(Product.JIRA, refusing(Product.JIRA), 1);
    TEAM.deploy(Product.CONFLUENCE, refusing(Product.CONFLUENCE), 1);
    TEAM.apply(invalid(Product.BITBUCKET).yaml());
    TEAM.awaitCondition(Product.BITBUCKET, "Accepted", "False");
    TEAM.apply(CLUSTER.vault(Product.BITBUCKET).secret(TEAM.namespace()));
    TEAM.apply(TEAM.statefulSet(Product.BITBUCKET).yaml());
  }

  @Test
  void aPortThatAnswersMakesItFalseAndAFilteredOneTrue() {
    TEAM.awaitCondition(Product.JIRA, "Programmed", "True");
    TEAM.awaitCondition(Product.JIRA, "Protected", "False");
    assertThat(TEAM.condition(Product.JIRA, "Protected", "reason")).isEqualTo("DirectAccess");
    assertThat(TEAM.condition(Product.JIRA, "Protected", "message")).contains("jira-0 port 8080");
    assertThat(TEAM.condition(Product.JIRA, "Ready", "status")).isEqualTo("False");

    link("jira-0").filter(8080);

    TEAM.awaitCondition(Product.JIRA, "Protected", "True");
    TEAM.awaitCondition(Product.JIRA, "Ready", "True");
  }

  @Test
  void aPodOutOfReachMakesItUnknown() {
    TEAM.awaitCondition(Product.CONFLUENCE, "Programmed", "True");
    TEAM.awaitCondition(Product.CONFLUENCE, "Protected", "False");

    link("confluence-0").cutOff();

    TEAM.awaitCondition(Product.CONFLUENCE, "Protected", "Unknown");
    assertThat(TEAM.condition(Product.CONFLUENCE, "Protected", "message")).contains("confluence-0");
    assertThat(TEAM.condition(Product.CONFLUENCE, "Ready", "status")).isNotEqualTo("True");
  }

  @Test
  void anInvalidFirstResourceBlocksNoPodAndWhatStartedSoIsFoundLater() {
    var pod = new TeamPod(TEAM, "bitbucket-0");
    pod.awaitReady();
    assertThat(pod.containers()).containsExactly("bitbucket");
    assertThat(policyHash(Product.BITBUCKET)).isEmpty();

    TEAM.apply(TEAM.resource(Product.BITBUCKET).yaml());
    TEAM.awaitCondition(Product.BITBUCKET, "Accepted", "True");
    TEAM.awaitCondition(Product.BITBUCKET, "Protected", "False");
    assertThat(TEAM.condition(Product.BITBUCKET, "Protected", "reason"))
        .isEqualTo("SidecarMissing");
    assertThat(TEAM.condition(Product.BITBUCKET, "Protected", "message")).contains("bitbucket-0");
    assertThat(TEAM.condition(Product.BITBUCKET, "Ready", "status")).isEqualTo("False");

    pod.replace();

    TEAM.awaitCondition(Product.BITBUCKET, "Ready", "True");
    assertThat(pod.containers()).contains("apiauth-sidecar");
    assertThat(TEAM.condition(Product.BITBUCKET, "Protected", "status")).isEqualTo("False");
    assertThat(TEAM.condition(Product.BITBUCKET, "Protected", "reason"))
        .isEqualTo("DirectAccessTolerated");
    assertThat(TEAM.condition(Product.BITBUCKET, "Protected", "message"))
        .contains("bitbucket-0 port");
  }

  private static Manifest refusing(Product product) {
    return TEAM.resource(product).without("/spec/interception/directAccess");
  }

  private static Manifest invalid(Product product) {
    return TEAM.resource(product).with("/spec/providers/0/preset", "NoSuchPreset");
  }

  private static PodLink link(String pod) {
    Optional<PodLink> link = CLUSTER.node().link(TEAM.namespace(), pod);
    return link.orElseThrow();
  }

  private static String policyHash(Product product) {
    return TEAM.kubectl(
            "get",
            "atlassianapiauth/" + Team.key(product),
            "--output=jsonpath={.status.policyHash}")
        .stdout();
  }
}
