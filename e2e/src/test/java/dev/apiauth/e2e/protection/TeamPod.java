package dev.apiauth.e2e.protection;

import dev.apiauth.e2e.cluster.Team;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod that a StatefulSet makes, again and again under the same name.
 *
 * @param team in whose namespace
 * @param name its name
 */
record TeamPod(Team team, String name) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Waits until it is there and ready. */
  void awaitReady() {
    awaitReadyOther("");
  }

  /** Deletes it, and waits until the next one is ready. */
  void replace() {
    String before = find().orElseThrow().getMetadata().getUid();
    resource().withGracePeriod(1).delete();
    awaitReadyOther(before);
  }

  private void awaitReadyOther(String uid) {
    Team.await(
        PATIENCE,
        "%s is ready".formatted(name),
        () ->
            find()
                .filter(pod -> !pod.getMetadata().getUid().equals(uid))
                .filter(Readiness::isPodReady)
                .isPresent());
  }

  /** The names of its containers, of whatever kind. */
  List<String> containers() {
    return find().stream()
        .flatMap(
            pod ->
                Stream.concat(
                    pod.getSpec().getContainers().stream(),
                    pod.getSpec().getInitContainers().stream()))
        .map(Container::getName)
        .toList();
  }

  Optional<Pod> find() {
    return Optional.ofNullable(resource().get());
  }

  private PodResource resource() {
    return team.admin().pods().inNamespace(team.namespace()).withName(name);
  }
}
