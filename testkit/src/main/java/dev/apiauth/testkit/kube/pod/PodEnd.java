package dev.apiauth.testkit.kube.pod;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the containers of a pod: all hooks at once, then the ordinary containers, then the sidecars
 * one after the other, the last one first (KEP-753).
 */
final class PodEnd {

  private final List<ContainerLife> containers;
  private final Deadline deadline;
  private final List<Thread> sidecarsLastFirst = new ArrayList<>();
  private final List<Thread> others = new ArrayList<>();
  private final List<Ending> turns = new ArrayList<>();

  private PodEnd(List<ContainerLife> containers, Duration grace) {
    this.containers = containers;
    this.deadline = Deadline.in(grace);
  }

  /** Returns when all are gone. */
  static void of(List<ContainerLife> containers, Duration grace) {
    new PodEnd(containers, grace).run();
  }

  private void run() {
    containers.forEach(this::start);
    others.forEach(PodEnd::join);
    for (int i = 0; i < turns.size(); i++) {
      turns.get(i).announce();
      join(sidecarsLastFirst.get(i));
    }
  }

  private void start(ContainerLife container) {
    var turn = new Ending();
    var thread = Thread.ofVirtual().start(() -> container.end(deadline, turn));
    if (container.container().kind() == ContainerKind.SIDECAR) {
      turns.addFirst(turn);
      sidecarsLastFirst.addFirst(thread);
    } else {
      turn.announce();
      others.add(thread);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
