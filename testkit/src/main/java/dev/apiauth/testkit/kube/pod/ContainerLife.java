package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.pod.ContainerPhase.Progress;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Running;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Terminated;
import dev.apiauth.testkit.kube.pod.ContainerPhase.Waiting;
import dev.apiauth.testkit.kube.pod.Preparation.NotYet;
import dev.apiauth.testkit.kube.pod.Preparation.Ready;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A container through all its restarts. */
final class ContainerLife {

  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int LONGEST_BACK_OFF = 10;

  private final PodContainer container;
  private final ContainerSetup setup;
  private final Node node;
  private final Runnable changed;
  private final Ending ending = new Ending();
  private final Ending ended = new Ending();
  private volatile Optional<ContainerRun> run = Optional.empty();
  private ContainerSnapshot snapshot = ContainerSnapshot.beforeItsStart("PodInitializing");
  private boolean begun;

  /**
   * @param changed is called after every change of {@link #snapshot}, from any thread
   */
  ContainerLife(PodContainer container, ContainerSetup setup, Node node, Runnable changed) {
    this.container = container;
    this.setup = setup;
    this.node = node;
    this.changed = changed;
  }

  PodContainer container() {
    return container;
  }

  synchronized ContainerSnapshot snapshot() {
    return snapshot;
  }

  Optional<RunningProcess> process() {
    return run.filter(ContainerRun::isAlive).map(ContainerRun::process);
  }

  /** Starts it, and restarts it as its policy says. */
  synchronized void begin() {
    if (begun || ending.isAnnounced()) return;
    begun = true;
    Thread.ofVirtual().name("container " + container.name()).start(this::live);
  }

  private void live() {
    var pause = node.options().backOff();
    while (!ending.isAnnounced()) {
      var end = prepared().flatMap(this::runOnce);
      if (end.isEmpty()) {
        if (ending.within(RETRY)) break;
      } else if (ending.isAnnounced() || !container.restartsAfter(end.get().exitCode())) {
        change(then -> then.now(end.get()));
        break;
      } else {
        change(then -> then.backingOff(end.get()));
        if (ending.within(pause)) break;
        pause = longer(pause);
      }
    }
    change(ContainerSnapshot::forGood);
    ended.announce();
  }

  private Duration longer(Duration pause) {
    var longest = node.options().backOff().multipliedBy(LONGEST_BACK_OFF);
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  private Optional<Launch> prepared() {
    return switch (setup.prepare(container.spec())) {
      case Ready(var launch) -> Optional.of(launch);
      case NotYet(var reason, var message) -> {
        waiting(reason, message);
        yield Optional.empty();
      }
    };
  }

  private void waiting(String reason, String message) {
    change(then -> then.now(new Waiting(reason, message)));
  }

  private Optional<Terminated> runOnce(Launch launch) {
    var since = node.clock().instant();
    var checks = new Checks(container, launch, setup.link(), node.network().nodeAddress());
    try {
      var started =
          ContainerRun.start(
              launch,
              checks,
              setup.logOf(container.name()),
              progress -> change(then -> progressed(then, since, progress)),
              node.warden());
      run = Optional.of(started);
      change(then -> then.now(new Running(since, Progress.STARTING)));
      started.watch();
      if (ending.isAnnounced()) started.end(Duration.ZERO); // it was announced meanwhile
      return Optional.of(new Terminated(started.awaitEnd(), since, node.clock().instant()));
    } catch (IOException cannotStart) {
      waiting("RunContainerError", String.valueOf(cannotStart.getMessage()));
      return Optional.empty();
    }
  }

  /** A probe that is late says nothing about the process that came after. */
  private static ContainerSnapshot progressed(
      ContainerSnapshot snapshot, Instant since, Progress progress) {
    return snapshot.phase() instanceof Running(var running, _) && running.equals(since)
        ? snapshot.now(new Running(since, progress))
        : snapshot;
  }

  private void change(UnaryOperator<ContainerSnapshot> change) {
    synchronized (this) {
      snapshot = change.apply(snapshot);
    }
    changed.run();
  }

  /** Whether it is started before {@code podEnds}. */
  boolean isStartedBefore(Ending podEnds) {
    return holdsBefore(podEnds, ContainerSnapshot::isStarted);
  }

  /** Whether it ran to a good end before {@code podEnds}; false also if it failed for good. */
  boolean hasSucceededBefore(Ending podEnds) {
    return holdsBefore(podEnds, ContainerSnapshot::done) && snapshot().hasSucceeded();
  }

  private boolean holdsBefore(Ending podEnds, Predicate<ContainerSnapshot> condition) {
    while (!condition.test(snapshot())) {
      if (podEnds.within(Duration.ofMillis(20))) return false;
    }
    return true;
  }

  /**
   * Ends it for good: its hook at once, SIGTERM when it is its turn, SIGKILL when no time is left.
   * Returns when it is gone.
   */
  void end(Deadline deadline, Ending turn) {
    hook(deadline);
    turn.within(deadline.remaining());
    ending.announce();
    run.ifPresent(running -> running.end(deadline.remaining()));
    if (hasBegun()) ended.await();
  }

  private void hook(Deadline deadline) {
    var lifecycle = container.spec().getLifecycle();
    if (lifecycle == null || lifecycle.getPreStop() == null) return;
    run.filter(ContainerRun::isAlive)
        .ifPresent(
            running ->
                running.checks().of(lifecycle.getPreStop()).passesWithin(deadline.remaining()));
  }

  private synchronized boolean hasBegun() {
    return begun;
  }
}
