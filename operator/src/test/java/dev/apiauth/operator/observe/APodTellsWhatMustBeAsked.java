package dev.apiauth.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class APodTellsWhatMustBeAsked {

  private static final String INJECTED =
      """
      metadata: {name: jira-0, annotations: {apiauth.dev/injection-hash: abc}}
      spec:
        initContainers:
        - {name: apiauth-sidecar, ports: [{name: http, containerPort: 15080}]}
        containers:
        - {name: jira, ports: [{name: ajp, containerPort: 8009}, {name: http-app, containerPort: 8080}]}
      status: {podIP: 10.1.2.3}
      """;

  @Test
  void anInjectedPodOfTodaysTemplate() {
    assertThat(read(INJECTED))
        .isEqualTo(
            new PodToObserve(
                "jira-0",
                Optional.of("10.1.2.3"),
                SidecarPresence.CURRENT,
                Channels.HOST,
                OptionalInt.of(8080)));
  }

  @Test
  void oneOfAnOlderTemplate() {
    assertThat(read(INJECTED.replace("abc", "def")).sidecar()).isEqualTo(SidecarPresence.STALE);
    assertThat(
            read(INJECTED.replace(", annotations: {apiauth.dev/injection-hash: abc}", ""))
                .sidecar())
        .isEqualTo(SidecarPresence.STALE);
  }

  @Test
  void anOrdinarySidecarIsOneToo() {
    String ordinary =
        """
        metadata: {name: jira-0, annotations: {apiauth.dev/injection-hash: abc}}
        spec: {containers: [{name: jira}, {name: apiauth-sidecar}]}
        """;

    assertThat(read(ordinary).sidecar()).isEqualTo(SidecarPresence.CURRENT);
    assertThat(read(ordinary).productPort()).isEmpty();
    assertThat(read(ordinary).address()).isEmpty();
  }

  @Test
  void onePastTheWebhook() {
    String bare =
        """
        metadata: {name: jira-0, labels: {apiauth.dev/policy: jira}}
        spec: {containers: [{name: jira, ports: [{name: http, containerPort: 8080}]}]}
        status: {podIP: ""}
        """;

    assertThat(read(bare))
        .isEqualTo(
            new PodToObserve(
                "jira-0",
                Optional.empty(),
                SidecarPresence.MISSING,
                Channels.HOST,
                OptionalInt.of(8080)));
  }

  private static PodToObserve read(String yaml) {
    return PodToObserve.of(Serialization.unmarshal(yaml, Pod.class), Channels.HOST, "abc");
  }
}
