package dev.apiauth.operator.inject;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.names.Labels;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;

/**
 * Workloads whose pods real controllers make, with the API server asking our webhook. Nobody runs
 * the pods.
 *
 * @param cluster where, with an operator that runs
 */
record LiveWorkloads(OperatedNamespace cluster) {

  private static final String RESOURCE =
      """
      apiVersion: apiauth.dev/v1alpha1
      kind: AtlassianApiAuth
      metadata: {name: NAME}
      spec:
        product: Jira
        targetRef: {kind: StatefulSet, name: NAME}
        interception: {directAccess: Tolerate}
        providers:
        - name: company
          preset: AwsCognito
          parameters: {region: eu-west-1, userPoolId: eu-west-1_a1B2c3D4e}
          audiences: [3n4b5urk1ft4fl3mg5e62d9ado]
          username: {claim: username}
          groups: {claim: "cognito:groups"}
        access:
          groups: {allow: [jira-api-users]}
        identity:
          type: PersonalAccessTokens
          personalAccessTokens: {secretSelector: {matchLabels: {apiauth.dev/pat-vault: jira}}}
      """;

  private static final String JIRA =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: NAME}
      spec:
        replicas: 1
        serviceName: NAME
        selector: {matchLabels: {app: NAME}}
        template:
          metadata: {labels: {app: NAME}}
          spec:
            containers:
            - name: jira
              image: atlassian/jira-software:11.3.1
              ports: [{name: http, containerPort: 8080}]
      """;

  /** A plain Jira of one pod, to be changed field by field. */
  static Manifest jira(String name) {
    return Manifest.of(JIRA.replace("NAME", name));
  }

  /**
   * Applies a resource for the StatefulSet of that name, which may come later. From then on its
   * pods are injected.
   */
  void protect(String statefulSet) {
    cluster.apply(RESOURCE.replace("NAME", statefulSet));
    Pod tried = StatefulSetPods.first(Yaml.statefulSet(jira(statefulSet)));
    Eventually.satisfies(() -> tried(tried), pod -> label(pod).isPresent());
  }

  /** What the API server would keep of a pod that somebody creates; empty if it refuses. */
  Optional<Pod> tried(Pod pod) {
    try {
      return Optional.of(wouldKeep(pod));
    } catch (KubernetesClientException refused) {
      return Optional.empty();
    }
  }

  /** The same, of a pod that must not be refused. */
  Pod wouldKeep(Pod pod) {
    return cluster.admin().resource(fresh(pod)).inNamespace(cluster.namespace()).dryRun().create();
  }

  /** Why the API server would refuse a pod; empty if it would not. */
  Optional<String> refusalOf(Pod pod) {
    try {
      wouldKeep(pod);
      return Optional.empty();
    } catch (KubernetesClientException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  /** Under another name, and as if it had not been created before. */
  private static Pod fresh(Pod pod) {
    return new PodBuilder(nobodys(pod, "only-tried"))
        .editMetadata()
        .withOwnerReferences(pod.getMetadata().getOwnerReferences())
        .endMetadata()
        .build();
  }

  /** Creates a workload, or whatever it needs. */
  <T extends HasMetadata> T create(T object) {
    return cluster.admin().resource(object).inNamespace(cluster.namespace()).create();
  }

  /** The first pod that its controller makes for a workload; waited for. */
  Pod podOf(HasMetadata workload) {
    return Eventually.present(() -> podsOf(workload).stream().findFirst());
  }

  List<Pod> podsOf(HasMetadata workload) {
    return cluster.admin().pods().inNamespace(cluster.namespace()).list().getItems().stream()
        .filter(pod -> isControlledBy(pod, workload))
        .toList();
  }

  private static boolean isControlledBy(Pod pod, HasMetadata workload) {
    return PodContents.orEmpty(pod.getMetadata().getOwnerReferences()).stream()
        .anyMatch(owner -> owner.getUid().equals(workload.getMetadata().getUid()));
  }

  /** Why the API server refuses the workload's pods, as its controller says; waited for. */
  String failureOf(HasMetadata workload) {
    return Eventually.present(() -> failuresOf(workload).stream().findFirst()).getMessage();
  }

  private List<Event> failuresOf(HasMetadata workload) {
    return cluster
        .admin()
        .v1()
        .events()
        .inNamespace(cluster.namespace())
        .withField("involvedObject.uid", workload.getMetadata().getUid())
        .withField("reason", "FailedCreate")
        .list()
        .getItems();
  }

  /** The resource that injection says the pod belongs to; empty for a pod that was left alone. */
  static Optional<String> label(Pod pod) {
    return Optional.ofNullable(pod.getMetadata().getLabels().get(Labels.POLICY));
  }

  /** The pod as somebody would create it again, nobody's and under another name. */
  static Pod nobodys(Pod pod, String name) {
    return new PodBuilder(pod)
        .withNewMetadata()
        .withName(name)
        .withLabels(pod.getMetadata().getLabels())
        .withAnnotations(pod.getMetadata().getAnnotations())
        .endMetadata()
        .withStatus(null)
        .build();
  }
}
