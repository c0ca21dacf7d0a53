package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.names.Labels;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.tool.ToolResult;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Even for the administrator, whom RBAC refuses nothing. */
class InjectedPodsStayAsTheyAre {

  private static final ControlPlane CONTROL_PLANE = ControlPlane.shared();
  private static final ProtectedNamespace WATCHED =
      ProtectedNamespace.fresh(CONTROL_PLANE, "watched");
  private static final String POD = "jira-0";
  private static final String OTHER = "other";

  private static InstalledChart chart;

  @BeforeAll
  static void runJira() {
    chart = InstalledChart.watching(CONTROL_PLANE, WATCHED.name()).withoutItsWebhook();
    StatefulSet jira = WATCHED.statefulSet("jira");
    WATCHED.acceptedResource("jira", jira);
    assertThat(WATCHED.refusalOf(Pods.injected(Pods.of(jira, POD)))).isEmpty();
    assertThat(WATCHED.refusalOf(Pods.bare(OTHER))).isEmpty();
  }

  @AfterAll
  static void uninstall() {
    chart.close();
  }

  @Test
  void theLabelIsNotTakenOff() {
    assertRefused(kubectl("label", "pod", POD, Labels.POLICY + "-"), "must stay as it is");
  }

  @Test
  void norChanged() {
    assertRefused(
        kubectl("label", "pod", POD, "--overwrite", Labels.POLICY + "=other"),
        "must stay as it is");
  }

  @Test
  void norTakenOffByWayOfTheStatus() {
    String without = "{\"metadata\":{\"labels\":{\"%s\":null}}}".formatted(Labels.POLICY);

    assertRefused(
        kubectl("patch", "pod", POD, "--subresource=status", "--type=merge", "-p", without),
        "must stay as it is");
  }

  @Test
  void noOtherPodGetsIt() {
    assertRefused(kubectl("label", "pod", OTHER, Labels.POLICY + "=jira"), "must stay as it is");
    assertThat(WATCHED.refusalOf(Pods.labelled(Pods.bare("stowaway"))))
        .hasValueSatisfying(why -> assertThat(why).contains("If you wrote the label, take it out"));
  }

  @Test
  void theSidecarKeepsItsImage() {
    assertRefused(
        kubectl("set", "image", "pod/" + POD, "apiauth-sidecar=busybox:1"), "every token");
  }

  @Test
  void nobodyDebugsTheSidecarOrReadsItsVolumes() {
    assertRefused(debug("one", "\"targetContainerName\":\"apiauth-sidecar\""), "every token");
    assertRefused(
        debug("two", "\"volumeMounts\":[{\"name\":\"apiauth-policy\",\"mountPath\":\"/loot\"}]"),
        "every token");
  }

  @Test
  void theProductMayBeDebugged() {
    assertThat(debug("three", "\"targetContainerName\":\"jira\"").stderr()).isEmpty();
  }

  @Test
  void everythingElseMayChange() {
    assertThat(kubectl("annotate", "pod", POD, "team=platform").stderr()).isEmpty();
    assertThat(kubectl("label", "pod", POD, "team=platform").stderr()).isEmpty();
    assertThat(kubectl("set", "image", "pod/" + POD, "jira=jira:2").stderr()).isEmpty();
    assertThat(
            kubectl(
                    "patch",
                    "pod",
                    POD,
                    "--subresource=status",
                    "--type=merge",
                    "-p",
                    "{\"status\":{\"reason\":\"Tried\"}}")
                .stderr())
        .isEmpty();
  }

  private static ToolResult debug(String name, String members) {
    String patch =
        "{\"spec\":{\"ephemeralContainers\":[{\"name\":\"%s\",\"image\":\"busybox:1\",%s}]}}"
            .formatted(name, members);
    return kubectl(
        "patch", "pod", POD, "--subresource=ephemeralcontainers", "--type=strategic", "-p", patch);
  }

  private static void assertRefused(ToolResult result, String why) {
    assertThat(result.succeeded()).isFalse();
    assertThat(result.stderr()).contains("ValidatingAdmissionPolicy", why);
  }

  private static ToolResult kubectl(String... arguments) {
    var words = new ArrayList<>(List.of("-n", WATCHED.name()));
    words.addAll(List.of(arguments));
    return CONTROL_PLANE.kubectl().attempt(words.toArray(String[]::new));
  }
}
