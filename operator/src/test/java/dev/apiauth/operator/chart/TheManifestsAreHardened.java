package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a linter of manifests would ask, asked of the rendered ones (Pod Security Standards,
 * restricted; the checks of kube-linter).
 */
class TheManifestsAreHardened {

  private final Chart chart = new Chart();
  private final Manifests manifests =
      Manifests.read(chart.render("--set", "watchNamespaces={jira,confluence}"));
  private final ObjectNode deployment = manifests.only("Deployment");
  private final JsonNode pod = deployment.at("/spec/template/spec");
  private final JsonNode container = pod.at("/containers/0");

  @Test
  void helmFindsNothingToSay() {
    assertThat(chart.lint("--set", "watchNamespaces={a}").stdout()).doesNotContain("[WARNING]");
    assertThat(chart.lint("--set", "watchNamespaces={a}").succeeded()).isTrue();
  }

  @Test
  void theOperatorPassesPodSecurityRestricted() {
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    JsonNode security = container.get("securityContext");
    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(Manifests.texts(security.at("/capabilities/drop"))).containsExactly("ALL");
    assertThat(pod.findValues("hostPath")).isEmpty();
    assertThat(pod.findValues("hostPort")).isEmpty();
    assertThat(List.of("hostNetwork", "hostPID", "hostIPC")).noneMatch(pod::has);
  }

  @Test
  void itsMemoryOnDiskIsBounded() {
    assertThat(Manifests.each(pod.get("volumes")))
        .allSatisfy(volume -> assertThat(volume.at("/emptyDir/sizeLimit").asText()).isNotEmpty());
  }

  @Test
  void itHasRequestsLimitsAndProbes() {
    for (String amount : List.of("requests", "limits")) {
      assertThat(container.at("/resources/" + amount).properties()).hasSize(2);
    }
    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
    assertThat(container.has("startupProbe")).isTrue();
  }

  @Test
  void itsImageHasAVersion() {
    assertThat(container.get("image").asText()).matches(".+:[^:@]+").doesNotEndWith(":latest");
    assertThat(container.get("image").asText()).endsWith(":" + Chart.appVersion());
  }

  @Test
  void theChartIsOfTheVersionOfTheBuild() {
    assertThat(Chart.file("pom.xml"))
        .contains(
            "<artifactId>apiauth-parent</artifactId>\n  <version>" + Chart.appVersion() + "<");
  }

  @Test
  void itRunsTwiceApartAndIsUpgradedOneByOne() {
    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
    assertThat(manifests.only("PodDisruptionBudget").at("/spec/maxUnavailable").asInt()).isOne();
    assertThat(pod.at("/affinity/podAntiAffinity").isMissingNode()).isFalse();
    assertThat(pod.has("topologySpreadConstraints")).isTrue();
  }

  @Test
  void everySelectorFindsIt() {
    JsonNode labels = deployment.at("/spec/template/metadata/labels");
    for (JsonNode selector :
        List.of(
            deployment.at("/spec/selector/matchLabels"),
            manifests.only("Service").at("/spec/selector"),
            manifests.only("PodDisruptionBudget").at("/spec/selector/matchLabels"),
            manifests.only("NetworkPolicy").at("/spec/podSelector/matchLabels"))) {
      assertThat(selector.properties()).hasSize(3);
      assertThat(labels.properties()).containsAll(selector.properties());
    }
  }

  @Test
  void itsAccountIsItsOwnAndThere() {
    assertThat(pod.get("serviceAccountName").asText())
        .isEqualTo(Manifests.name(manifests.only("ServiceAccount")));
    assertThat(
            manifests.only("ServiceAccount").path("automountServiceAccountToken").asBoolean(true))
        .isFalse();
  }

  @Test
  void noSecretIsRenderedNorPutIntoTheEnvironment() {
    assertThat(manifests.of("Secret")).isEmpty();
    assertThat(container.findValues("secretKeyRef")).isEmpty();
    assertThat(container.findValues("envFrom")).isEmpty();
  }

  @Test
  void nothingReachesItThatNeedNot() {
    JsonNode policy = manifests.only("NetworkPolicy").get("spec");
    assertThat(Manifests.texts(policy.get("policyTypes"))).containsExactly("Ingress", "Egress");
    assertThat(policy.at("/ingress").findValuesAsText("port")).containsExactly("webhook");
    assertThat(policy.at("/egress/0/to/0/ipBlock/except/0").asText()).isEqualTo("169.254.0.0/16");
    assertThat(manifests.only("Service").at("/spec/type").asText()).isEqualTo("ClusterIP");
  }

  @Test
  void whatTheChartMakesInANamespaceSaysWhichOne() {
    assertThat(manifests.all())
        .filteredOn(object -> !CLUSTER_WIDE.contains(object.get("kind").asText()))
        .allSatisfy(
            object ->
                assertThat(Manifests.namespace(object))
                    .isIn(Chart.RELEASE_NAMESPACE, "jira", "confluence"));
  }

  private static final List<String> CLUSTER_WIDE =
      List.of(
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleBinding",
          "MutatingWebhookConfiguration",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding");
}
