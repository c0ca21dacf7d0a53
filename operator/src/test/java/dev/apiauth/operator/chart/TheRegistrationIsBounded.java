package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Webhook and policies hold in the watched namespaces, there without exception, and nowhere else.
 */
class TheRegistrationIsBounded {

  private final Manifests manifests =
      Manifests.read(new Chart().render("--set", "watchNamespaces={jira,confluence}"));
  private final JsonNode configuration = manifests.only("MutatingWebhookConfiguration");
  private final JsonNode webhook = configuration.at("/webhooks/0");

  @Test
  void byALabelThatNobodyCanTakeOffANamespace() {
    Stream<JsonNode> selectors =
        Stream.concat(
            Stream.of(webhook.get("namespaceSelector")),
            manifests
                .of("ValidatingAdmissionPolicyBinding")
                .map(binding -> binding.at("/spec/matchResources/namespaceSelector")));

    assertThat(selectors)
        .hasSize(4)
        .allSatisfy(
            selector -> {
              assertThat(selector.properties()).hasSize(1);
              JsonNode only = selector.at("/matchExpressions/0");
              assertThat(selector.get("matchExpressions")).hasSize(1);
              assertThat(only.get("key").asText()).isEqualTo("kubernetes.io/metadata.name");
              assertThat(only.get("operator").asText()).isEqualTo("In");
              assertThat(Manifests.texts(only.get("values"))).containsExactly("jira", "confluence");
            });
  }

  @Test
  void andByNoLabelOfAPod() {
    assertThat(manifests.all())
        .allSatisfy(each -> assertThat(each.findValue("objectSelector")).isNull());
  }

  @Test
  void whoCannotBeAskedRefuses() {
    assertThat(configuration.get("webhooks")).hasSize(1);
    assertThat(webhook.get("failurePolicy").asText()).isEqualTo("Fail");
    assertThat(manifests.of("ValidatingAdmissionPolicy"))
        .hasSize(3)
        .allSatisfy(
            policy -> assertThat(policy.at("/spec/failurePolicy").asText()).isEqualTo("Fail"));
    assertThat(manifests.of("ValidatingAdmissionPolicyBinding"))
        .allSatisfy(
            binding ->
                assertThat(Manifests.texts(binding.at("/spec/validationActions")))
                    .containsExactly("Deny"));
  }

  @Test
  void theWebhookIsAskedAboutNewPodsAloneAndQuickly() {
    assertThat(Manifests.texts(webhook.at("/rules/0/operations"))).containsExactly("CREATE");
    assertThat(Manifests.texts(webhook.at("/rules/0/resources"))).containsExactly("pods");
    assertThat(webhook.get("rules")).hasSize(1);
    assertThat(webhook.get("timeoutSeconds").asInt()).isEqualTo(5);
    assertThat(webhook.get("sideEffects").asText()).isEqualTo("None");
    assertThat(webhook.get("reinvocationPolicy").asText()).isEqualTo("IfNeeded");
  }

  @Test
  void theAuthorityOfItsCertificatesIsTheOperatorsToWrite() {
    assertThat(configuration.findValue("caBundle")).isNull();
  }

  @Test
  void everyPolicyIsBoundAndEveryRefusalSaysWhy() {
    assertThat(
            manifests
                .of("ValidatingAdmissionPolicyBinding")
                .map(each -> each.at("/spec/policyName").asText()))
        .containsExactlyInAnyOrderElementsOf(
            manifests.of("ValidatingAdmissionPolicy").map(Manifests::name).toList());
    assertThat(
            manifests
                .of("ValidatingAdmissionPolicy")
                .flatMap(policy -> Manifests.each(policy.at("/spec/validations"))))
        .allMatch(validation -> validation.has("message") || validation.has("messageExpression"));
  }
}
