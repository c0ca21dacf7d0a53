package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.network.PodNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a node behaves.
 *
 * @param nodeName the Node that it registers
 * @param images what it can run
 * @param network absent: one of its own, of the kind that the machine allows
 * @param folder where volumes and logs are; absent: a temporary one that is removed at the end
 * @param syncDelay how long a change of a Secret or ConfigMap may stay unseen when nothing happens
 *     to the pod; at least a second
 * @param cacheTime how old an object may be that a volume is made of, also when an update of the
 *     pod asks for it at once (the kubelet caches, kubernetes#129645)
 * @param backOff the pause before a container's first restart; it doubles each time, up to ten
 *     times that
 */
public record PodRunnerOptions(
    String nodeName,
    LocalImages images,
    Optional<PodNetwork> network,
    Optional<Path> folder,
    Duration syncDelay,
    Duration cacheTime,
    Duration backOff) {

  private static final Duration DEFAULT_BACK_OFF = Duration.ofMillis(500);

  /** A node {@code node-1} that sees changes at once. */
  public static PodRunnerOptions of(LocalImages images) {
    return new PodRunnerOptions(
        "node-1",
        images,
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO,
        Duration.ZERO,
        DEFAULT_BACK_OFF);
  }

  public PodRunnerOptions withNodeName(String name) {
    return new PodRunnerOptions(name, images, network, folder, syncDelay, cacheTime, backOff);
  }

  /** Who gives it closes it. */
  public PodRunnerOptions withNetwork(PodNetwork given) {
    return new PodRunnerOptions(
        nodeName, images, Optional.of(given), folder, syncDelay, cacheTime, backOff);
  }

  /** It stays afterwards. */
  public PodRunnerOptions withFolder(Path given) {
    return new PodRunnerOptions(
        nodeName, images, network, Optional.of(given), syncDelay, cacheTime, backOff);
  }

  /** Sets both: a kubelet that looks that seldom also caches that long. */
  public PodRunnerOptions withSyncDelay(Duration delay) {
    return new PodRunnerOptions(nodeName, images, network, folder, delay, delay, backOff);
  }

  /** An update of the pod then shows what is not older than this. */
  public PodRunnerOptions withCacheTime(Duration time) {
    return new PodRunnerOptions(nodeName, images, network, folder, syncDelay, time, backOff);
  }

  public PodRunnerOptions withBackOff(Duration pause) {
    return new PodRunnerOptions(nodeName, images, network, folder, syncDelay, cacheTime, pause);
  }
}
