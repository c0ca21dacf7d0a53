package dev.apiauth.operator.certs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates one pod after the other until it is closed, and takes down what fails. */
final class PodStream implements AutoCloseable {

  private final Installation installation;
  private final AtomicInteger created = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofVirtual().unstarted(this::create);

  private PodStream(Installation installation) {
    this.installation = installation;
  }

  static PodStream through(Installation installation) {
    var stream = new PodStream(installation);
    stream.thread.start();
    return stream;
  }

  private void create() {
    while (!ended.get()) {
      try {
        var labels = installation.createPod().getMetadata().getLabels();
        if (!labels.containsKey(Replica.LABEL)) failures.add("past the webhook");
        created.incrementAndGet();
      } catch (RuntimeException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Waits until so many more pods are there, or something failed. */
  void awaitMore(int pods) throws InterruptedException {
    int goal = created.get() + pods;
    while (created.get() < goal && failures.isEmpty()) Thread.sleep(10);
  }

  List<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    ended.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
