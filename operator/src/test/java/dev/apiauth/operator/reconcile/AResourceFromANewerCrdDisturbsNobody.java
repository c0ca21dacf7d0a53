package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cluster whose CRD was upgraded before its operator. */
class AResourceFromANewerCrdDisturbsNobody {

  private static final String CRD = "atlassianapiauths.apiauth.dev";
  private static final String NEWER =
      Resources.jira("newer").replace("spec:", "spec:\n  quantum: true\n  mode: Entangle");

  /** The API server is shared, and the next chart brings back no more than what it owns. */
  @AfterEach
  void narrow() {
    edit(
        ControlPlane.shared().client(),
        spec -> ((ObjectNode) spec.at("/properties")).remove("quantum"));
  }

  @Test
  void andIsToldWhatIsNotKnown() {
    try (OperatedNamespace cluster = OperatedNamespace.prepare()) {
      widen(cluster.admin());
      Eventually.present(() -> applied(cluster, NEWER));
      cluster.startOperator();
      cluster.apply(Resources.jira("plain"));

      StatusCondition refused =
          Eventually.satisfies(
              () -> cluster.condition("newer", "Accepted"),
              one -> one.message().contains("quantum"));
      assertThat(refused.status()).isEqualTo("False");
      assertThat(refused.message()).contains("spec.mode");
      Eventually.satisfies(
          () -> cluster.condition("plain", "Accepted"), one -> one.status().equals("True"));

      cluster.stopOperator();
      cluster.startOperator();
      cluster.apply(Resources.jira("plain", "plain", "other-group"));
      Eventually.satisfies(
          () -> cluster.condition("plain", "Accepted"),
          one -> Long.valueOf(2).equals(one.observedGeneration()));
      cluster.apply(Resources.jira("newer"));
      Eventually.satisfies(
          () -> cluster.condition("newer", "Accepted"), one -> one.status().equals("True"));
    }
  }

  /** Empty until every part of the API server knows its new CRD. */
  private static Optional<UncheckedApiAuth> applied(OperatedNamespace cluster, String resource) {
    try {
      return Optional.of(cluster.apply(resource)).filter(there -> there.getSpec().has("quantum"));
    } catch (KubernetesClientException notYet) {
      return Optional.empty();
    }
  }

  /** Lets a field and a value through that this build's CRD has not. */
  private static void widen(KubernetesClient admin) {
    edit(
        admin,
        spec -> {
          ObjectNode properties = (ObjectNode) spec.at("/properties");
          properties.putObject("quantum").put("type", "boolean");
          ((ObjectNode) properties.get("mode")).remove("enum");
        });
  }

  private static void edit(KubernetesClient admin, Consumer<JsonNode> change) {
    CustomResourceDefinition crd =
        admin.apiextensions().v1().customResourceDefinitions().withName(CRD).get();
    var serialization = admin.getKubernetesSerialization();
    JsonNode tree = serialization.convertValue(crd, JsonNode.class);
    change.accept(tree.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec"));
    ((ObjectNode) tree.get("metadata")).remove("managedFields");
    admin.resource(serialization.convertValue(tree, CustomResourceDefinition.class)).update();
  }
}
