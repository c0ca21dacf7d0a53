package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.OperatedNamespace;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** They live beside a protected Jira, bear its labels and have its port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkloadsThatNobodyNamesAreLeftAlone {

  private static final String TEMPLATE =
      """
      metadata: {labels: {app: jira}}
          spec:
            restartPolicy: RESTART
            containers:
            - name: jira
              image: atlassian/jira-software:11.3.1
              ports: [{name: http, containerPort: 8080}]
      """;

  private OperatedNamespace cluster;
  private LiveWorkloads workloads;

  @BeforeAll
  void start() {
    cluster = OperatedNamespace.start();
    workloads = new LiveWorkloads(cluster);
    workloads.protect("jira");
    assertThat(
            LiveWorkloads.label(
                workloads.podOf(workloads.create(Yaml.statefulSet(LiveWorkloads.jira("jira"))))))
        .contains("jira");
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          StatefulSet | jira-synchrony | apps/v1  | Always
          StatefulSet | mirror         | apps/v1  | Always
          ReplicaSet  | jira           | apps/v1  | Always
          Job         | jira           | batch/v1 | Never
          """)
  void whoeverControlsThem(String kind, String name, String version, String restart) {
    HasMetadata workload = workloads.create(workload(kind, name, version, restart));

    assertUntouched(workloads.podOf(workload));
  }

  private static GenericKubernetesResource workload(
      String kind, String name, String version, String restart) {
    String selector = kind.equals("Job") ? "" : "selector: {matchLabels: {app: jira}}\n  ";
    String yaml =
        "apiVersion: %s\nkind: %s\nmetadata: {name: %s}\nspec:\n  %stemplate:\n    %s"
            .formatted(version, kind, name, selector, TEMPLATE.replace("RESTART", restart));
    return Yaml.as(GenericKubernetesResource.class, Yaml.documents(yaml).findFirst().orElseThrow());
  }

  private static void assertUntouched(Pod pod) {
    assertThat(LiveWorkloads.label(pod)).isEmpty();
    assertThat(pod.getSpec().getInitContainers()).isEmpty();
    assertThat(pod.getSpec().getContainers())
        .singleElement()
        .satisfies(
            product -> assertThat(product.getPorts()).extracting("name").containsExactly("http"))
        .extracting(Container::getName)
        .isEqualTo("jira");
  }
}
