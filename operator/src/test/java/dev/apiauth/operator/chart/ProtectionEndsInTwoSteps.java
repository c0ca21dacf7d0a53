package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.tool.ToolResult;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProtectionEndsInTwoSteps {

  private static final ControlPlane CONTROL_PLANE = ControlPlane.shared();

  private final ProtectedNamespace watched = ProtectedNamespace.fresh(CONTROL_PLANE, "watched");
  private InstalledChart chart =
      InstalledChart.watching(CONTROL_PLANE, watched.name()).withoutItsWebhook();

  @BeforeEach
  void protectJira() {
    StatefulSet jira = watched.statefulSet("jira");
    watched.acceptedResource("jira", jira);
  }

  @AfterEach
  void uninstall() {
    chart.close();
  }

  @Test
  void anEnforcingResourceIsNotDeleted() {
    ToolResult result = delete("jira");

    assertThat(result.succeeded()).isFalse();
    assertThat(result.stderr())
        .contains("AtlassianApiAuth jira is in force")
        .contains("Set spec.mode to Disabled first");
  }

  @Test
  void norWithAllOthersAtOnce() {
    assertThat(delete("--all").succeeded()).isFalse();
    assertThat(resources()).contains("jira");
  }

  @Test
  void norWhileItOnlyWatches() {
    watched.patchResource("jira", "{\"spec\":{\"mode\":\"Shadow\"}}");

    assertThat(delete("jira").succeeded()).isFalse();
  }

  @Test
  void aDisabledOneIs() {
    watched.patchResource("jira", "{\"spec\":{\"mode\":\"Disabled\"}}");

    assertThat(delete("jira").stderr()).isEmpty();
    assertThat(resources()).isEmpty();
  }

  @Test
  void soIsOneThatWasNeverAccepted() {
    watched.resource("a-draft", "crowd");

    assertThat(delete("a-draft").stderr()).isEmpty();
  }

  @Test
  void aNamespaceGoesWithWhatIsInForceInIt() {
    CONTROL_PLANE.kubectl().run("delete", "namespace", watched.name(), "--timeout=60s");

    assertThat(CONTROL_PLANE.kubectl().attempt("get", "namespace", watched.name()).stderr())
        .contains("NotFound");
  }

  private ToolResult delete(String what) {
    return CONTROL_PLANE.kubectl().attempt("-n", watched.name(), "delete", "apiauth", what);
  }

  private String resources() {
    return CONTROL_PLANE.kubectl().run("-n", watched.name(), "get", "apiauth", "-o", "name");
  }
}
