package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.pod.ContainerPhase.Running;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Terminated;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Waiting;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says in the API's words how a pod is. */
final class PodStatusReport {

  private static final Set<String> OURS = Set.of("Initialized", "ContainersReady", "Ready");

  private final Pod pod;
  private final PodState state;
  private final Instant now;

  /**
   * @param pod as it was last seen; conditions of others are kept, and so are the times of those
   *     that do not change
   */
  PodStatusReport(Pod pod, PodState state, Instant now) {
    this.pod = pod;
    this.state = state;
    this.now = now;
  }

  PodStatus status(String hostAddress) {
    var status =
        new PodStatusBuilder()
            .withPhase(state.phase())
            .withConditions(conditions())
            .withHostIP(hostAddress)
            .addNewHostIP(hostAddress)
            .withStartTime(startTime())
            .withInitContainerStatuses(statuses(state.parts().stream().filter(this::isInit)))
            .withContainerStatuses(statuses(state.parts().stream().filter(part -> !part.isInit())));
    state.address().ifPresent(address -> status.withPodIP(address).addNewPodIP(address));
    return status.build();
  }

  private boolean isInit(PodState.Part part) {
    return part.isInit();
  }

  private String startTime() {
    return Optional.ofNullable(pod.getStatus())
        .map(PodStatus::getStartTime)
        .orElseGet(() -> time(now));
  }

  private List<PodCondition> conditions() {
    var conditions = new ArrayList<PodCondition>();
    before().stream().filter(other -> !OURS.contains(other.getType())).forEach(conditions::add);
    conditions.add(condition("Initialized", state.isInitialized(), "ContainersNotInitialized"));
    conditions.add(condition("ContainersReady", state.isReady(), notReady()));
    conditions.add(condition("Ready", state.isReady() && gatesAreOpen(), notReady()));
    return conditions;
  }

  private String notReady() {
    return state.phase().equals("Succeeded") ? "PodCompleted" : "ContainersNotReady";
  }

  private boolean gatesAreOpen() {
    return pod.getSpec().getReadinessGates().stream()
        .allMatch(
            gate ->
                before().stream()
                    .anyMatch(
                        condition ->
                            condition.getType().equals(gate.getConditionType())
                                && condition.getStatus().equals("True")));
  }

  private PodCondition condition(String type, boolean holds, String otherwise) {
    var status = holds ? "True" : "False";
    var condition = new PodConditionBuilder().withType(type).withStatus(status);
    if (!holds) condition.withReason(otherwise).withMessage(explanation());
    return condition.withLastTransitionTime(since(type, status)).build();
  }

  private String explanation() {
    if (!state.waiting().isEmpty()) return state.waiting();
    return state.parts().stream()
        .filter(part -> !part.snapshot().isReady() && !part.snapshot().hasSucceeded())
        .map(part -> part.container().name())
        .toList()
        .toString();
  }

  private String since(String type, String status) {
    return before().stream()
        .filter(earlier -> earlier.getType().equals(type) && earlier.getStatus().equals(status))
        .map(PodCondition::getLastTransitionTime)
        .findFirst()
        .orElseGet(() -> time(now));
  }

  private List<PodCondition> before() {
    return Optional.ofNullable(pod.getStatus()).map(PodStatus::getConditions).orElse(List.of());
  }

  private List<ContainerStatus> statuses(Stream<PodState.Part> parts) {
    return parts.map(this::status).toList();
  }

  private ContainerStatus status(PodState.Part part) {
    var snapshot = part.snapshot();
    var image = part.container().spec().getImage();
    var status =
        new ContainerStatusBuilder()
            .withName(part.container().name())
            .withImage(image)
            .withImageID("local://" + image)
            .withRestartCount(snapshot.restarts())
            .withStarted(snapshot.isStarted())
            .withReady(
                part.kind() == ContainerKind.INIT ? snapshot.hasSucceeded() : snapshot.isReady())
            .withState(state(snapshot.phase()));
    snapshot.last().ifPresent(last -> status.withLastState(state(last)));
    return status.build();
  }

  private static ContainerState state(ContainerPhase phase) {
    return switch (phase) {
      case Waiting(var reason, var message) ->
          new ContainerStateBuilder().withNewWaiting(message, reason).build();
      case Running(var since, _) -> new ContainerStateBuilder().withNewRunning(time(since)).build();
      case Terminated(var exitCode, var startedAt, var finishedAt) ->
          new ContainerStateBuilder()
              .withNewTerminated()
              .withExitCode(exitCode)
              .withReason(exitCode == 0 ? "Completed" : "Error")
              .withStartedAt(time(startedAt))
              .withFinishedAt(time(finishedAt))
              .endTerminated()
              .build();
    };
  }

  /** The API knows seconds. */
  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
