package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the operator may do is bounded by namespace, or by name, or is harmless. */
class TheRolesAreSmall {

  private final Manifests manifests =
      Manifests.read(new Chart().render("--set", "watchNamespaces={jira,confluence}"));

  @Test
  void nothingIsAllowedByAStar() {
    assertThat(manifests.rules("Role")).noneMatch(TheRolesAreSmall::hasStar);
    assertThat(manifests.rules("ClusterRole")).noneMatch(TheRolesAreSmall::hasStar);
  }

  @Test
  void inTheWholeClusterItSeesNodesAndItsOwnWebhook() {
    List<JsonNode> rules = manifests.rules("ClusterRole").toList();

    assertThat(rules)
        .extracting(rule -> Manifests.texts(rule.get("resources")))
        .containsExactly(List.of("mutatingwebhookconfigurations"), List.of("nodes"));
    assertThat(Manifests.texts(rules.getFirst().get("resourceNames")))
        .containsExactly(Manifests.name(manifests.only("MutatingWebhookConfiguration")));
    assertThat(Manifests.texts(rules.getLast().get("verbs"))).containsExactly("list");
  }

  @Test
  void thereIsARoleInEveryWatchedNamespaceAndInItsOwn() {
    assertThat(manifests.of("Role").map(Manifests::namespace))
        .containsExactlyInAnyOrder("jira", "confluence", Chart.RELEASE_NAMESPACE);
    assertThat(manifests.of("RoleBinding").map(Manifests::namespace))
        .containsExactlyInAnyOrder("jira", "confluence", Chart.RELEASE_NAMESPACE);
  }

  @Test
  void nobodyElseIsBound() {
    assertThat(manifests.all().stream().flatMap(each -> Manifests.each(each.path("subjects"))))
        .isNotEmpty()
        .allSatisfy(
            subject -> {
              assertThat(subject.get("kind").asText()).isEqualTo("ServiceAccount");
              assertThat(subject.get("namespace").asText()).isEqualTo(Chart.RELEASE_NAMESPACE);
            });
  }

  @Test
  void podsAreNotCreatedNorEnteredAndRolesNotHandedOn() {
    assertThat(manifests.rules("Role"))
        .allSatisfy(
            rule -> {
              assertThat(Manifests.texts(rule.get("resources")))
                  .doesNotContain(
                      "pods/exec", "pods/portforward", "serviceaccounts/token", "roles");
              assertThat(Manifests.texts(rule.get("verbs")))
                  .doesNotContain("escalate", "bind", "impersonate", "deletecollection");
            });
    assertThat(manifests.rules("Role").filter(rule -> names(rule, "pods")))
        .allSatisfy(
            rule ->
                assertThat(Manifests.texts(rule.get("verbs"))).doesNotContain("create", "delete"));
  }

  private static boolean names(JsonNode rule, String resource) {
    return Manifests.texts(rule.get("resources")).contains(resource);
  }

  private static boolean hasStar(JsonNode rule) {
    return rule.toString().contains("*");
  }
}
