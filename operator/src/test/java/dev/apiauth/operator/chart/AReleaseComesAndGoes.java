package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.control.ControlPlaneOptions;
import dev.apiauth.testkit.kube.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of a release, in order, on a cluster that never saw one. */
@TestMethodOrder(OrderAnnotation.class)
class AReleaseComesAndGoes {

  private static final String CRD = "atlassianapiauths.apiauth.dev";
  private static final String BUNDLE = "{.webhooks[0].clientConfig.caBundle}";

  private static ControlPlane controlPlane;
  private static ProtectedNamespace watched;

  @BeforeAll
  static void start() {
    controlPlane = ControlPlane.start(ControlPlaneOptions.defaults());
    watched = ProtectedNamespace.fresh(controlPlane, "watched");
  }

  @AfterAll
  static void end() {
    controlPlane.close();
  }

  @Test
  @Order(1)
  void itIsInstalledWithOneCommandAndSaysWhatIsNext() {
    String notes = helm("install", "--create-namespace").stdout();

    assertThat(notes).contains("--webhook-configuration=apiauth", "mode: Shadow");
    controlPlane.kubectl().run("wait", "--for=condition=Established", "crd/" + CRD);
    // A kind that is established is published moments later.
    Eventually.satisfies(
        () -> Optional.of(controlPlane.kubectl().attempt("explain", "apiauth.spec").stdout()),
        text -> text.contains("targetRef"));
  }

  @Test
  @Order(2)
  void theApiServerFindsNoFaultInThePolicies() {
    assertThat(
            controlPlane
                .kubectl()
                .run("get", "validatingadmissionpolicies", "-o", "jsonpath={.items[*].status}"))
        .doesNotContain("expressionWarnings");
  }

  @Test
  @Order(3)
  void theAccountOfTheOperatorIsGoodForItsWorkAndForNothingElse() {
    for (String right :
        List.of(
            "list secrets -n " + watched.name(),
            "patch atlassianapiauths --subresource=status -n " + watched.name(),
            "list atlassianapitokens -n " + watched.name(),
            "delete atlassianapitokens -n " + watched.name(),
            "patch atlassianapitokens --subresource=status -n " + watched.name(),
            "patch mutatingwebhookconfigurations/apiauth",
            "get secrets/apiauth-ca -n apiauth-system",
            "list nodes")) {
      assertThat(mayOperator(right)).as(right).isEqualTo("yes");
    }
    for (String wrong :
        List.of(
            "list secrets -n default",
            "get secrets/other -n apiauth-system",
            "list secrets -n apiauth-system",
            "patch mutatingwebhookconfigurations/other",
            "create pods -n " + watched.name(),
            "delete atlassianapiauths -n " + watched.name(),
            "update atlassianapiauths -n " + watched.name(),
            "create atlassianapitokens -n " + watched.name(),
            "patch atlassianapitokens -n " + watched.name(),
            "list atlassianapiauths -n default")) {
      assertThat(mayOperator(wrong)).as(wrong).isEqualTo("no");
    }
  }

  @Test
  @Order(4)
  void anUpgradeLeavesTheAuthorityOfTheCertificatesAlone() {
    controlPlane
        .kubectl()
        .runWith(
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: MutatingWebhookConfiguration
            metadata: {name: apiauth}
            webhooks:
            - {name: pods.apiauth.dev, clientConfig: {caBundle: "%s"}}
            """
                .formatted(aBundle()),
            "apply",
            "--server-side",
            "--field-manager=apiauth-ca-bundle",
            "--as=system:serviceaccount:apiauth-system:apiauth",
            "-f",
            "-");

    helm("upgrade", "--set=webhook.timeoutSeconds=3");

    assertThat(webhook("{.webhooks[0].timeoutSeconds}")).isEqualTo("3");
    assertThat(webhook(BUNDLE)).isEqualTo(aBundle());
  }

  @Test
  @Order(5)
  void andBringsTheCrdOfItsVersion() {
    controlPlane
        .kubectl()
        .run(
            "patch",
            "crd",
            CRD,
            "--type=json",
            "-p",
            "[{\"op\":\"replace\",\"path\":\"/spec/names/shortNames\",\"value\":[\"older\"]}]");

    helm("upgrade");

    assertThat(
            controlPlane
                .kubectl()
                .run("get", "crd", CRD, "-o", "jsonpath={.spec.names.shortNames}"))
        .contains("apiauth");
  }

  @Test
  @Order(6)
  void whatItLeavesBehindAreTheResources() {
    watched.resource("jira", "jira");
    watched.accept("jira");

    String said = controlPlane.helm().run("uninstall", "apiauth", "-n", Chart.RELEASE_NAMESPACE);

    assertThat(said).contains("kept due to the resource policy").contains(CRD);
    assertThat(controlPlane.kubectl().run("-n", watched.name(), "get", "apiauth", "-o", "name"))
        .contains("jira");
    assertThat(
            controlPlane
                .kubectl()
                .run(
                    "get",
                    "mutatingwebhookconfigurations,validatingadmissionpolicies",
                    "-o",
                    "name"))
        .isEmpty();
  }

  @Test
  @Order(7)
  void fromThenOnPodsStartWithoutSidecars() {
    var pod = Pods.of(watched.statefulSet("jira"));

    // The API server forgets a policy some moments after it was deleted.
    Eventually.satisfies(
        () -> Optional.of(watched.refusalOf(pod).orElse("created")), "created"::equals);
  }

  @Test
  @Order(8)
  void andItCanBeInstalledAgain() {
    assertThat(helm("install").stdout()).contains("STATUS: deployed");
    assertThat(controlPlane.kubectl().run("-n", watched.name(), "get", "apiauth", "-o", "name"))
        .contains("jira");
  }

  private static ToolResult helm(String verb, String... more) {
    var words =
        new ArrayList<>(
            List.of(
                verb,
                "apiauth",
                Chart.folder().toString(),
                "--namespace=" + Chart.RELEASE_NAMESPACE,
                "--set=watchNamespaces={" + watched.name() + "}",
                "--set=operator.deploy=false,webhook.url=https://127.0.0.1:1/inject"));
    words.addAll(List.of(more));
    ToolResult result = controlPlane.helm().attempt(words.toArray(String[]::new));
    assertThat(result.succeeded()).as(result.stderr()).isTrue();
    return result;
  }

  private static String mayOperator(String question) {
    var words = new ArrayList<>(List.of("auth", "can-i"));
    words.addAll(List.of(question.split(" ")));
    words.add("--as=system:serviceaccount:apiauth-system:apiauth");
    return controlPlane.kubectl().attempt(words.toArray(String[]::new)).stdout().strip();
  }

  private static String webhook(String path) {
    return controlPlane
        .kubectl()
        .run("get", "mutatingwebhookconfiguration", "apiauth", "-o", "jsonpath=" + path);
  }

  /** Any authority will do; the cluster's own is at hand. */
  private static String aBundle() {
    return controlPlane
        .kubectl()
        .run(
            "config",
            "view",
            "--raw",
            "-o",
            "jsonpath={.clusters[0].cluster.certificate-authority-data}");
  }
}
