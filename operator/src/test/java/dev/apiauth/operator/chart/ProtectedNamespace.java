package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A namespace of a real API server with workloads and resources in it, watched or not. Nobody
 * injects: what is refused here the API server refuses alone.
 *
 * @param controlPlane whose namespace it is
 * @param name its name
 */
record ProtectedNamespace(ControlPlane controlPlane, String name) {

  private static final Duration UNTIL_POLICIES_HEAR_OF_IT = Duration.ofSeconds(30);

  static ProtectedNamespace fresh(ControlPlane controlPlane, String prefix) {
    return new ProtectedNamespace(controlPlane, controlPlane.newNamespace(prefix));
  }

  KubernetesClient client() {
    return controlPlane.client();
  }

  /** A StatefulSet that makes no pods by itself: the tests do so in its place. */
  StatefulSet statefulSet(String workload) {
    return statefulSet(workload, 0);
  }

  StatefulSet statefulSet(String workload, int replicas) {
    var made =
        new StatefulSetBuilder()
            .withNewMetadata()
            .withName(workload)
            .endMetadata()
            .withNewSpec()
            .withReplicas(replicas)
            .withNewSelector()
            .addToMatchLabels("app", workload)
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .addToLabels("app", workload)
            .endMetadata()
            .withSpec(Pods.bare(workload).getSpec())
            .endTemplate()
            .endSpec()
            .build();
    return client().resource(made).inNamespace(name).create();
  }

  /** A resource for that StatefulSet, which nobody has looked at yet. */
  void resource(String resource, String target) {
    controlPlane.kubectl().runWith(yaml(resource, target), "-n", name, "create", "-f", "-");
  }

  /** The same, accepted, and known to the policies. */
  void acceptedResource(String resource, StatefulSet target) {
    resource(resource, target.getMetadata().getName());
    accept(resource);
    Pod without = Pods.of(target, "not-yet-known");
    long end = System.nanoTime() + UNTIL_POLICIES_HEAR_OF_IT.toNanos();
    while (refusal(() -> client().resource(without).inNamespace(name).dryRun().create())
        .isEmpty()) {
      assertThat(System.nanoTime()).as("the policies know of " + resource).isLessThan(end);
    }
  }

  /** What the operator writes when a resource is good for the first time. */
  void accept(String resource) {
    patchResource(resource, "{\"status\":{\"policyHash\":\"9f2c1a\"}}", "--subresource=status");
  }

  void patchResource(String resource, String patch, String... options) {
    var words =
        new ArrayList<>(
            List.of("-n", name, "patch", "apiauth", resource, "--type=merge", "-p", patch));
    words.addAll(List.of(options));
    controlPlane.kubectl().run(words.toArray(String[]::new));
  }

  /** Creates a pod: why the API server refuses it, or empty. */
  Optional<String> refusalOf(Pod pod) {
    return refusal(() -> client().resource(pod).inNamespace(name).create());
  }

  /** Writes something: why the API server refuses it, or empty. */
  static Optional<String> refusal(Runnable write) {
    try {
      write.run();
      return Optional.empty();
    } catch (KubernetesClientException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private static String yaml(String resource, String target) {
    return """
    apiVersion: apiauth.dev/v1alpha1
    kind: AtlassianApiAuth
    metadata: {name: %s}
    spec:
      product: Jira
      targetRef: {kind: StatefulSet, name: %s}
      access:
        groups: {allow: [jira-api-users]}
    """
        .formatted(resource, target);
  }
}
