package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings a pod's volumes up to date: when the pod is updated, and every now and then. */
final class VolumeSync {

  private static final Duration MOST_OFTEN = Duration.ofSeconds(1);

  private final PodVolumes volumes;
  private final Supplier<Pod> latest;
  private final Function<Pod, VolumeReader> reader;
  private final Duration delay;
  private final Ending podEnds;
  private final Signal asked = new Signal();

  VolumeSync(
      PodVolumes volumes,
      Supplier<Pod> latest,
      Function<Pod, VolumeReader> reader,
      Duration delay,
      Ending podEnds) {
    this.volumes = volumes;
    this.latest = latest;
    this.reader = reader;
    this.delay = delay.compareTo(MOST_OFTEN) < 0 ? MOST_OFTEN : delay;
    this.podEnds = podEnds;
  }

  /** What is missing or went wrong, a sentence each. */
  List<String> syncNow() {
    try {
      var pod = latest.get();
      return volumes.bringUpToDate(pod.getSpec().getVolumes(), reader.apply(pod));
    } catch (KubernetesClientException | IOException failure) {
      return List.of(String.valueOf(failure.getMessage()));
    }
  }

  void start() {
    Thread.ofVirtual().name("volumes of a pod").start(this::keepUpToDate);
  }

  /** What fails is tried again the next time; the files stay as they are. */
  private void keepUpToDate() {
    while (!podEnds.isAnnounced()) {
      asked.await(delay);
      if (!podEnds.isAnnounced()) syncNow();
    }
  }

  void ask() {
    asked.give();
  }
}
