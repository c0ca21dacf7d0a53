package dev.apiauth.testkit.kube.pod;

import java.time.Instant;

/** Where a container is in its life. */
sealed interface ContainerPhase {

  /** How far a running container is. */
  enum Progress {
    /** Its startup probe has not passed. */
    STARTING,
    UNREADY,
    READY
  }

  /**
   * @param message may be empty
   */
  record Waiting(String reason, String message) implements ContainerPhase {}

  record Running(Instant since, Progress progress) implements ContainerPhase {}

  record Terminated(int exitCode, Instant startedAt, Instant finishedAt)
      implements ContainerPhase {}
}
