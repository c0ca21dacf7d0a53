package dev.apiauth.e2e.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PodSecurity enforces the profile "restricted" on the team's namespace. */
class ARestrictedNamespaceTakesInjectedPods {

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();
  private static final String POD_SECURITY =
      "{runAsNonRoot: true, runAsUser: 2001, seccompProfile: {type: RuntimeDefault}}";
  private static final String CONTAINER_SECURITY =
      "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}";

  @BeforeAll
  static void restrict() {
    new TeamPods(TEAM).protect();
    TEAM.admin()
        .namespaces()
        .withName(TEAM.namespace())
        .edit(
            namespace ->
                namespace
                    .edit()
                    .editMetadata()
                    .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                    .endMetadata()
                    .build());
  }

  @Test
  void whichRunAsEverywhereElse() {
    assertThat(TEAM.tryToApply(pod()).stderr()).contains("violates PodSecurity \"restricted");

    TEAM.apply(hardened().yaml());
    TEAM.apply(TEAM.service(Product.JIRA).yaml());
    TEAM.awaitCondition(Product.JIRA, "Ready", "True");

    List<Pod> pods = new TeamPods(TEAM).now();
    assertThat(pods).hasSize(1).allSatisfy(TeamPods::assertInjected);
    assertThat(
            TEAM.client(Product.JIRA)
                .get("/rest/api/2/project")
                .bearer(CLUSTER.keycloak().tokenByAuthorizationCode("alice"))
                .send()
                .status())
        .isEqualTo(200);
  }

  /** The product as an administrator hardens it for such a namespace. */
  private static Manifest hardened() {
    return TEAM.statefulSet(Product.JIRA)
        .with("/spec/template/spec/securityContext", POD_SECURITY)
        .with("/spec/template/spec/containers/0/securityContext", CONTAINER_SECURITY);
  }

  /** The same as it was before. */
  private static String pod() {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: not-hardened, namespace: %s}
    spec: {containers: [{name: jira, image: "atlassian/jira-software:11.3.1"}]}
    """
        .formatted(TEAM.namespace());
  }
}
