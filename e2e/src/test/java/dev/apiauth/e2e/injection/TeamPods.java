package dev.apiauth.e2e.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A team's protected Jira, and the pods that the controllers make of it.
 *
 * @param team whose
 */
record TeamPods(Team team) {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String LABEL = "apiauth.dev/policy";
  private static final String SIDECAR = "apiauth-sidecar";

  /** Applies the resource, and returns when the webhook acts on it. */
  void protect() {
    team.apply(team.cluster().vault(Product.JIRA).secret(team.namespace()));
    team.apply(team.resource(Product.JIRA).yaml());
    team.awaitCondition(Product.JIRA, "Accepted", "True");
    Team.await(PATIENCE, "a pod of the StatefulSet would be injected", this::wouldBeInjected);
  }

  private boolean wouldBeInjected() {
    try {
      Pod kept = team.admin().resource(firstPod()).inNamespace(team.namespace()).dryRun().create();
      return kept.getMetadata().getLabels().containsKey(LABEL);
    } catch (KubernetesClientException notYet) {
      return false;
    }
  }

  /** As the controller would create it. */
  private Pod firstPod() {
    StatefulSet workload =
        team.admin()
            .getKubernetesSerialization()
            .unmarshal(team.statefulSet(Product.JIRA).yaml(), StatefulSet.class);
    return new PodBuilder()
        .withNewMetadata()
        .withName("only-tried")
        .addNewOwnerReference()
        .withApiVersion(workload.getApiVersion())
        .withKind(workload.getKind())
        .withName(workload.getMetadata().getName())
        .withUid("1")
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .withSpec(workload.getSpec().getTemplate().getSpec())
        .build();
  }

  /** Jira, but no node may run its pods. */
  Manifest neverScheduled() {
    return team.statefulSet(Product.JIRA)
        .with("/spec/template/spec/nodeSelector", Map.of("example.com/no-such", "node"));
  }

  /** The pods of the StatefulSet as they are now. */
  List<Pod> now() {
    return team.admin()
        .pods()
        .inNamespace(team.namespace())
        .withLabel("app.kubernetes.io/name", "jira")
        .list()
        .getItems();
  }

  /** Why the controller cannot create a pod; empty while it has not said so. */
  Optional<String> failure() {
    return team
        .admin()
        .v1()
        .events()
        .inNamespace(team.namespace())
        .withField("involvedObject.name", "jira")
        .withField("reason", "FailedCreate")
        .list()
        .getItems()
        .stream()
        .map(Event::getMessage)
        .findFirst();
  }

  /** It has one sidecar, native and before all else, and bears the label. */
  static void assertInjected(Pod pod) {
    assertThat(pod.getMetadata().getLabels()).containsEntry(LABEL, "jira");
    assertThat(pod.getSpec().getContainers())
        .extracting(Container::getName)
        .doesNotContain(SIDECAR);
    assertThat(pod.getSpec().getInitContainers())
        .filteredOn(container -> container.getName().equals(SIDECAR))
        .singleElement()
        .isEqualTo(pod.getSpec().getInitContainers().getFirst())
        .extracting(Container::getRestartPolicy)
        .isEqualTo("Always");
  }
}
