package dev.apiauth.testkit.kube.pod;

import java.util.List;
import java.util.Optional;

/**
 * All that a pod's status is made of.
 *
 * @param address absent: it has none yet
 * @param waiting why the pod as a whole waits; empty if it does not
 */
record PodState(Optional<String> address, String waiting, List<Part> parts) {

  /** A container and where it is. */
  record Part(PodContainer container, ContainerSnapshot snapshot) {

    ContainerKind kind() {
      return container.kind();
    }

    boolean isInit() {
      return kind() != ContainerKind.MAIN;
    }

    /** Whether the containers after it may start. */
    boolean isInitialized() {
      return kind() == ContainerKind.INIT ? snapshot.hasSucceeded() : snapshot.isStarted();
    }
  }

  PodState {
    parts = List.copyOf(parts);
  }

  boolean isInitialized() {
    return mains().stream().anyMatch(main -> main.snapshot.hasRun())
        || (address.isPresent()
            && parts.stream().filter(Part::isInit).allMatch(Part::isInitialized));
  }

  boolean isReady() {
    return parts.stream()
        .filter(part -> part.kind() != ContainerKind.INIT)
        .allMatch(part -> part.snapshot.isReady());
  }

  /** The API's word. */
  String phase() {
    if (hasFailedBefore()) return "Failed";
    if (mains().stream().allMatch(main -> main.snapshot.done())) {
      return mains().stream().allMatch(main -> main.snapshot.hasSucceeded())
          ? "Succeeded"
          : "Failed";
    }
    return mains().stream().anyMatch(main -> main.snapshot.hasRun()) ? "Running" : "Pending";
  }

  private boolean hasFailedBefore() {
    return parts.stream()
        .anyMatch(
            part ->
                part.kind() == ContainerKind.INIT
                    && part.snapshot.done()
                    && !part.snapshot.hasSucceeded());
  }

  private List<Part> mains() {
    return parts.stream().filter(part -> !part.isInit()).toList();
  }
}
