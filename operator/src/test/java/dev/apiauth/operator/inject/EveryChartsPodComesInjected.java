package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.inject.ChartFixture.Workload;
import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The StatefulSets of Atlassian's charts, as they are but for their names, made into pods by the
 * controllers of a real control plane. Claims stay unbound, since nobody runs the pods.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryChartsPodComesInjected {

  private final Map<String, StatefulSet> applied = new HashMap<>();
  private OperatedNamespace cluster;
  private LiveWorkloads workloads;

  static Stream<Workload> workloads() {
    return ChartFixture.workloads();
  }

  static Stream<ChartFixture> charts() {
    return ChartFixture.all();
  }

  @BeforeAll
  void applyAll() {
    List<Workload> all = ChartFixture.workloads().toList();
    cluster = OperatedNamespace.start();
    workloads = new LiveWorkloads(cluster);
    makePriority("high");
    applyAs(RunningElsewhere.node());
    all.forEach(this::apply);
  }

  private void apply(Workload workload) {
    String name = "w%02d".formatted(applied.size());
    workloads.protect(name);
    makeAccount(workload.statefulSet().getSpec().getTemplate().getSpec().getServiceAccountName());
    applied.put(
        workload.toString(),
        workloads.create(
            new StatefulSetBuilder(workload.statefulSet())
                .editMetadata()
                .withName(name)
                .endMetadata()
                .editSpec()
                .withReplicas(1)
                .endSpec()
                .build()));
  }

  @AfterAll
  void stop() {
    if (cluster == null) return;
    cluster.admin().resource(RunningElsewhere.node()).delete();
    cluster.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workloads")
  void andItsServicesLeadToTheSidecar(Workload workload) {
    Pod pod = podOf(workload);
    assertThat(Sidecars.in(pod).getImage()).isEqualTo("sidecar:test");
    assertThat(pod.getSpec().getInitContainers().getFirst()).isEqualTo(Sidecars.in(pod));

    RunningElsewhere elsewhere = RunningElsewhere.fresh();
    elsewhere.run(pod);

    assertThat(servicesOf(workload))
        .isNotEmpty()
        .allSatisfy(
            service ->
                assertThat(elsewhere.portsOf(service))
                    .isEqualTo(sidecarInPlaceOfTheProduct(service, workload)))
        .anySatisfy(
            service ->
                assertThat(sidecarInPlaceOfTheProduct(service, workload))
                    .containsEntry("http", PodParts.LISTENER_PORT));
  }

  /** Asked about a pod that came out, the webhook has nothing to change. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("workloads")
  void onceAndNoMore(Workload workload) {
    Pod pod = podOf(workload);

    assertThat(Yaml.text(workloads.wouldKeep(pod).getSpec())).isEqualTo(Yaml.text(pod.getSpec()));
  }

  /** Bare pods with the product's labels. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("charts")
  void butPodsOfHelmTestsDoNot(ChartFixture chart) {
    List<Pod> tests = chart.ofKind("Pod", Pod.class).toList();

    assertThat(tests).isNotEmpty();
    for (Pod test : tests) {
      Pod kept = workloads.wouldKeep(test);
      assertThat(LiveWorkloads.label(kept)).isEmpty();
      assertThat(kept.getSpec().getContainers())
          .extracting("name")
          .isEqualTo(test.getSpec().getContainers().stream().map(one -> one.getName()).toList());
      assertThat(kept.getSpec().getInitContainers())
          .hasSameSizeAs(test.getSpec().getInitContainers());
    }
  }

  private Pod podOf(Workload workload) {
    return workloads.podOf(Objects.requireNonNull(applied.get(workload.toString())));
  }

  private static List<Service> servicesOf(Workload workload) {
    Pod before = StatefulSetPods.first(workload.statefulSet());
    return workload.chart().services().filter(one -> EndpointPorts.selects(one, before)).toList();
  }

  private static Map<String, Integer> sidecarInPlaceOfTheProduct(
      Service service, Workload workload) {
    Pod before = StatefulSetPods.first(workload.statefulSet());
    Map<String, Integer> expected = new TreeMap<>(EndpointPorts.of(service, before));
    expected.computeIfPresent("http", (_, _) -> PodParts.LISTENER_PORT);
    return expected;
  }

  private void makeAccount(String name) {
    applyAs(
        new ServiceAccountBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(cluster.namespace())
            .endMetadata()
            .build());
  }

  /** One that a chart's values name. */
  private void makePriority(String name) {
    applyAs(
        new PriorityClassBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withValue(1000)
            .build());
  }

  private void applyAs(HasMetadata object) {
    cluster.admin().resource(object).serverSideApply();
  }
}
