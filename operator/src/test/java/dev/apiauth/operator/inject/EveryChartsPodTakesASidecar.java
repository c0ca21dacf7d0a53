package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.inject.ChartFixture.Workload;
import dev.apiauth.operator.inject.InjectionDecision.Inject;
import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod that Atlassian's charts make, in both forms of the sidecar. */
class EveryChartsPodTakesASidecar {

  private final PodInjector injector = new PodInjector();

  static Stream<Arguments> pods() {
    return ChartFixture.workloads()
        .flatMap(
            workload -> Stream.of(SidecarKind.values()).map(kind -> Arguments.of(workload, kind)));
  }

  static Stream<ChartFixture> charts() {
    return ChartFixture.all();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pods")
  void onceAndNoMore(Workload workload, SidecarKind kind) {
    Pod once = injected(workload, kind);

    assertThat(Yaml.text(inject(workload, kind, once))).isEqualTo(Yaml.text(once));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pods")
  void andServicesLeadToItWithoutAChange(Workload workload, SidecarKind kind) {
    Pod before = StatefulSetPods.first(workload.statefulSet());
    Pod after = injected(workload, kind);
    List<Service> services =
        workload.chart().services().filter(one -> EndpointPorts.selects(one, before)).toList();

    assertThat(services)
        .isNotEmpty()
        .allSatisfy(
            service -> {
              Map<String, Integer> expected = new TreeMap<>(EndpointPorts.of(service, before));
              expected.computeIfPresent("http", (_, _) -> PodParts.LISTENER_PORT);
              assertThat(EndpointPorts.selects(service, after)).isTrue();
              assertThat(EndpointPorts.of(service, after)).isEqualTo(expected);
            })
        .anySatisfy(
            service ->
                assertThat(EndpointPorts.of(service, after))
                    .containsEntry("http", PodParts.LISTENER_PORT));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pods")
  void andProbesReachWhatTheyReachedBefore(Workload workload, SidecarKind kind) {
    Pod before = StatefulSetPods.first(workload.statefulSet());
    Pod after = OwnParts.removedFrom(injected(workload, kind));

    assertThat(probed(after)).isEqualTo(probed(before)).doesNotContain(Optional.empty());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pods")
  void andNothingElseChanges(Workload workload, SidecarKind kind) {
    Pod before = StatefulSetPods.first(workload.statefulSet());
    Pod without = OwnParts.removedFrom(injected(workload, kind));
    without.getMetadata().getAnnotations().remove("kubectl.kubernetes.io/default-container");

    assertThat(Yaml.text(without).replace("http-app", "http")).isEqualTo(Yaml.text(before));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("pods")
  void andItKeepsWithinTheRestrictedProfile(Workload workload, SidecarKind kind) {
    Pod pod = injected(workload, kind);

    assertThat(RestrictedProfile.violations(Sidecars.in(pod))).isEmpty();
    assertThat(SidecarVolumes.of("jira")).flatExtracting(RestrictedProfile::violations).isEmpty();
  }

  /** Their labels are the product's, and its Services select them. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("charts")
  void butPodsOfHelmTestsAreLeftAlone(ChartFixture chart) {
    List<Candidate> everybody =
        ChartFixture.workloads()
            .map(one -> Resources.naming(one.statefulSet().getMetadata().getName()))
            .toList();

    assertThat(chart.ofKind("Pod", Pod.class).toList())
        .isNotEmpty()
        .allSatisfy(
            pod ->
                assertThat(
                        Resources.decider(SidecarKind.NATIVE).decide("atlassian", pod, everybody))
                    .isInstanceOf(InjectionDecision.NotSelected.class));
  }

  private Pod injected(Workload workload, SidecarKind kind) {
    return inject(workload, kind, StatefulSetPods.first(workload.statefulSet()));
  }

  private Pod inject(Workload workload, SidecarKind kind, Pod pod) {
    Candidate resource = Resources.naming(workload.statefulSet().getMetadata().getName());
    InjectionDecision decision =
        Resources.decider(kind).decide("atlassian", pod, List.of(resource));
    assertThat(decision).isInstanceOf(Inject.class);
    return injector.inject(pod, ((Inject) decision).plan());
  }

  private static List<Object> probed(Pod pod) {
    var all = new ArrayList<>();
    for (Container container : pod.getSpec().getContainers()) {
      all.addAll(ProbedPorts.of(container));
    }
    return all;
  }
}
