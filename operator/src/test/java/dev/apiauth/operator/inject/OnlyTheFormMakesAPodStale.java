package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.inject.InjectionDecision.Inject;
import dev.apiauth.operator.inject.SidecarTemplate.PullPolicy;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnlyTheFormMakesAPodStale {

  private static final SidecarTemplate TEMPLATE = Resources.template(SidecarKind.NATIVE);

  @Test
  void everyPodOfATemplateBearsTheSameHash() {
    Set<String> hashes =
        GoldenPod.all()
            .filter(golden -> golden.kind() == SidecarKind.NATIVE)
            .flatMap(OnlyTheFormMakesAPodStale::injected)
            .map(pod -> pod.getMetadata().getAnnotations().get("apiauth.dev/injection-hash"))
            .collect(Collectors.toSet());

    assertThat(hashes).containsExactly(InjectionHash.of(TEMPLATE).value());
  }

  @Test
  void whateverRestartsWouldChangeChangesIt() {
    var others =
        Stream.of(
            template("registry.example/sidecar:0.2.0", SidecarKind.NATIVE, List.of()),
            template(TEMPLATE.image(), SidecarKind.ORDINARY, List.of()),
            template(TEMPLATE.image(), SidecarKind.NATIVE, List.of("10.0.0.0/8")),
            new SidecarTemplate(
                TEMPLATE.image(),
                PullPolicy.IfNotPresent,
                SidecarKind.NATIVE,
                List.of(),
                new SidecarResources(
                    ResourceAmounts.of("1", "1Gi"), ResourceAmounts.of("1", "1Gi"))));

    assertThat(Stream.concat(Stream.of(TEMPLATE), others).map(InjectionHash::of))
        .doesNotHaveDuplicates()
        .hasSize(5);
  }

  private static SidecarTemplate template(String image, SidecarKind kind, List<String> egress) {
    return new SidecarTemplate(
        image, PullPolicy.IfNotPresent, kind, egress, SidecarResources.DEFAULT);
  }

  private static Stream<Pod> injected(GoldenPod golden) {
    return golden.decision() instanceof Inject(InjectionPlan plan)
        ? Stream.of(new PodInjector().inject(golden.pod(), plan))
        : Stream.empty();
  }
}
