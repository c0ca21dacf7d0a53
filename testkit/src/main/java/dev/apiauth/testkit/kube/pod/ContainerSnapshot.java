package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.pod.ContainerPhase.Progress;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Running;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Terminated;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Waiting;
import java.util.Optional;

/**
 * A container at one moment.
 *
 * @param last how it ended before, if it was restarted
 * @param restarts how often it was
 * @param done it will not run again
 */
record ContainerSnapshot(
    ContainerPhase phase, Optional<Terminated> last, int restarts, boolean done) {

  static ContainerSnapshot beforeItsStart(String reason) {
    return new ContainerSnapshot(new Waiting(reason, ""), Optional.empty(), 0, false);
  }

  ContainerSnapshot now(ContainerPhase next) {
    return new ContainerSnapshot(next, last, restarts, done);
  }

  /** After it ended with {@code end}, before its next start. */
  ContainerSnapshot backingOff(Terminated end) {
    var waiting = new Waiting("CrashLoopBackOff", "it ended with " + end.exitCode());
    return new ContainerSnapshot(waiting, Optional.of(end), restarts + 1, done);
  }

  ContainerSnapshot forGood() {
    return new ContainerSnapshot(phase, last, restarts, true);
  }

  boolean isStarted() {
    return phase instanceof Running(_, var progress) && progress != Progress.STARTING;
  }

  boolean isReady() {
    return phase instanceof Running(_, var progress) && progress == Progress.READY;
  }

  boolean hasRun() {
    return !(phase instanceof Waiting) || restarts > 0;
  }

  boolean hasSucceeded() {
    return done && phase instanceof Terminated(var exitCode, _, _) && exitCode == 0;
  }
}
