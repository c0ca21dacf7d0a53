package dev.apiauth.e2e.operator;

import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A protected Jira whose policy changes between two groups: alice is in one of them, carol in both.
 *
 * @param team whose it is
 */
record Jira(Team team) {

  /** A group, and what alice is answered while its members may call. */
  enum Allowed {
    API_USERS("jira-api-users", 200),
    OTHERS("other", 403);

    private final String group;
    private final int answerToAlice;

    Allowed(String group, int answerToAlice) {
      this.group = group;
      this.answerToAlice = answerToAlice;
    }

    int answerToAlice() {
      return answerToAlice;
    }

    Allowed next() {
      return this == API_USERS ? OTHERS : API_USERS;
    }
  }

  /** As an author does it, without the time that kubectl takes: what comes next comes soon. */
  void allow(Allowed allowed) {
    Manifest edited =
        team.resource(Product.JIRA).with("/spec/access/groups/allow", List.of(allowed.group));
    team.admin()
        .resource(Serialization.unmarshal(edited.yaml(), GenericKubernetesResource.class))
        .fieldManager("author")
        .forceConflicts()
        .serverSideApply();
  }

  /** Whether the last edit is enforced by every pod, as the resource says. */
  boolean isReady() {
    GenericKubernetesResource resource = resource();
    List<Map<String, Object>> conditions = resource.get("status", "conditions");
    return Stream.ofNullable(conditions)
        .flatMap(List::stream)
        .filter(condition -> "Ready".equals(condition.get("type")))
        .filter(condition -> "True".equals(condition.get("status")))
        .anyMatch(
            condition ->
                String.valueOf(condition.get("observedGeneration"))
                    .equals(String.valueOf(resource.getMetadata().getGeneration())));
  }

  private GenericKubernetesResource resource() {
    return team.admin()
        .genericKubernetesResources("apiauth.dev/v1alpha1", "AtlassianApiAuth")
        .inNamespace(team.namespace())
        .withName(Team.key(Product.JIRA))
        .get();
  }

  /** The version of the rendered Secret: another one, once something was rendered. */
  String renderedVersion() {
    return team
        .admin()
        .secrets()
        .inNamespace(team.namespace())
        .withLabel("app.kubernetes.io/managed-by", "apiauth")
        .list()
        .getItems()
        .stream()
        .map(secret -> secret.getMetadata().getResourceVersion())
        .collect(Collectors.joining(","));
  }

  /** Another number of pods. */
  void scale(int pods) {
    team.admin()
        .apps()
        .statefulSets()
        .inNamespace(team.namespace())
        .withName(Team.key(Product.JIRA))
        .scale(pods);
  }

  /** How many pods have a sidecar that is ready, as the one who runs pods says. */
  long readySidecars() {
    return team.admin().pods().inNamespace(team.namespace()).list().getItems().stream()
        .filter(pod -> pod.getStatus().getInitContainerStatuses() != null)
        .flatMap(pod -> pod.getStatus().getInitContainerStatuses().stream())
        .filter(container -> container.getName().equals("apiauth-sidecar"))
        .filter(ContainerStatus::getReady)
        .count();
  }

  /** Each pod with the times that its containers were started again. */
  Map<String, Integer> restarts() {
    return team.admin().pods().inNamespace(team.namespace()).list().getItems().stream()
        .collect(Collectors.toMap(pod -> pod.getMetadata().getUid(), Jira::restarts));
  }

  private static int restarts(Pod pod) {
    return Stream.of(
            Optional.ofNullable(pod.getStatus().getInitContainerStatuses()),
            Optional.ofNullable(pod.getStatus().getContainerStatuses()))
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .mapToInt(ContainerStatus::getRestartCount)
        .sum();
  }
}
