package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.inject.InjectionDecision.Inject;
import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import io.fabric8.zjsonpatch.JsonDiff;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real API server takes injected pods, fills in its defaults and mounts service-account tokens;
 * asked again about what came of it, injection has nothing to change.
 */
class TheApiServerLeavesNothingToChange {

  private static final ControlPlane CONTROL_PLANE = ControlPlane.shared();

  private static String namespace = "";

  private final PodInjector injector = new PodInjector();

  @BeforeAll
  static void makeNamespace() {
    namespace = CONTROL_PLANE.newNamespace("inject");
    makeAccount("jira");
    makePriority("high");
  }

  /** The goldens that are injected, by name. */
  static Stream<GoldenPod> goldens() {
    return GoldenPod.all().filter(golden -> golden.decision() instanceof Inject);
  }

  static Stream<Arguments> chartPods() {
    return EveryChartsPodTakesASidecar.pods();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldens")
  void toAwkwardPods(GoldenPod golden) {
    remainsAsAnswered(namespace, golden.kind(), golden.pod(), golden.resources());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("chartPods")
  void toPodsOfTheCharts(ChartFixture.Workload workload, SidecarKind kind) {
    Pod pod = StatefulSetPods.first(workload.statefulSet());
    makeAccount(pod.getSpec().getServiceAccountName());

    remainsAsAnswered(
        namespace,
        kind,
        pod,
        List.of(Resources.naming(workload.statefulSet().getMetadata().getName())));
  }

  /** Enforced by the API server: the pod passes before, and must pass after. */
  @ParameterizedTest
  @EnumSource
  void whereOnlyRestrictedPodsAreTaken(SidecarKind kind) {
    String strict = CONTROL_PLANE.newNamespace("restricted");
    CONTROL_PLANE
        .client()
        .namespaces()
        .withName(strict)
        .edit(TheApiServerLeavesNothingToChange::restricted);
    Pod hardened = hardened();

    assertThat(created(strict, hardened).getSpec().getContainers()).hasSize(1);
    remainsAsAnswered(strict, kind, hardened, List.of(Resources.naming("jira")));
  }

  @ParameterizedTest
  @CsvSource({
    "1000m", "0.5", "1.5", "1024Mi", "1.5Gi", "2048Ki", "0.5Ki", "1000k", "0.3G", "5000000"
  })
  void ofQuantities(String written) {
    Pod pod =
        new PodBuilder(hardened())
            .editSpec()
            .editFirstContainer()
            .withNewResources()
            .addToRequests("memory", Quantity.parse(written))
            .endResources()
            .endContainer()
            .endSpec()
            .build();

    Quantity kept =
        created(namespace, pod)
            .getSpec()
            .getContainers()
            .getFirst()
            .getResources()
            .getRequests()
            .get("memory");

    assertThat(CanonicalQuantity.of(Quantity.parse(written)))
        .isEqualTo(kept)
        .hasToString(String.valueOf(kept));
  }

  private void remainsAsAnswered(
      String room, SidecarKind kind, Pod pod, List<Candidate> resources) {
    Pod answered = created(room, injected(kind, pod, resources));

    assertThat(JsonDiff.asJson(Yaml.tree(answered), Yaml.tree(injected(kind, answered, resources))))
        .isEmpty();
    assertThat(Sidecars.in(answered).getVolumeMounts()).isEqualTo(SidecarVolumes.mounts());
  }

  private Pod injected(SidecarKind kind, Pod pod, List<Candidate> resources) {
    InjectionDecision decision = Resources.decider(kind).decide("atlassian", pod, resources);
    assertThat(decision).isInstanceOf(Inject.class);
    return injector.inject(pod, ((Inject) decision).plan());
  }

  /** What the API server would keep; it keeps nothing. */
  private static Pod created(String room, Pod pod) {
    return CONTROL_PLANE
        .client()
        .pods()
        .inNamespace(room)
        .resource(new PodBuilder(pod).editMetadata().withNamespace(room).endMetadata().build())
        .dryRun()
        .create();
  }

  private static void makeAccount(String name) {
    var account =
        new ServiceAccountBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .build();
    CONTROL_PLANE.client().resource(account).serverSideApply();
  }

  /** One that a chart's values name. */
  private static void makePriority(String name) {
    var priority =
        new PriorityClassBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withValue(1000)
            .build();
    CONTROL_PLANE.client().resource(priority).serverSideApply();
  }

  private static Namespace restricted(Namespace namespace) {
    return new NamespaceBuilder(namespace)
        .editMetadata()
        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
        .endMetadata()
        .build();
  }

  private static Pod hardened() {
    return GoldenPod.all()
        .filter(golden -> golden.name().equals("hardened"))
        .map(GoldenPod::pod)
        .findFirst()
        .orElseThrow();
  }
}
