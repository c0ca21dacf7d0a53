package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.kube.network.Attachment.Attached;
import dev.apiauth.testkit.kube.network.Attachment.Refused;
import dev.apiauth.testkit.kube.network.PodLink;
import dev.apiauth.testkit.kube.pod.PodState.Part;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A pod from its binding to its deletion. */
final class PodLife {

  private static final Duration RETRY = Duration.ofMillis(300);

  private final Node node;
  private final Path folder;
  private final PodReporter reporter;
  private final Ending ending = new Ending();
  private final Ending ended = new Ending();
  private volatile Pod pod;
  private volatile Optional<PodLink> link = Optional.empty();
  private volatile Optional<VolumeSync> volumes = Optional.empty();
  private volatile List<ContainerLife> containers = List.of();
  private volatile String waiting = "";

  PodLife(Node node, Pod pod) {
    this.node = node;
    this.pod = pod;
    this.folder =
        node.folderOf(metadata().getNamespace(), metadata().getName(), metadata().getUid());
    this.reporter = new PodReporter(node, () -> this.pod, this::state);
  }

  void start() {
    reporter.start();
    Thread.ofVirtual().name("pod " + metadata().getName()).start(this::live);
  }

  private void live() {
    try {
      if (attached() && mounted()) {
        volumes.ifPresent(VolumeSync::start);
        runContainers();
      }
    } finally {
      ended.announce();
    }
  }

  private boolean attached() {
    while (link.isEmpty() && !ending.isAnnounced()) {
      switch (node.network().attach(metadata().getName(), PodContainer.portsOf(pod))) {
        case Attached(var given) -> link = Optional.of(given);
        case Refused(var reason) -> waitBecause(reason);
      }
    }
    return link.isPresent();
  }

  private boolean mounted() {
    var podVolumes = new PodVolumes(folder, node.claimsOf(metadata().getNamespace()));
    var sync =
        new VolumeSync(
            podVolumes,
            () -> pod,
            latest -> new VolumeReader(facts(latest), node.objects()),
            node.options().syncDelay(),
            ending);
    createFolder();
    for (var missing = sync.syncNow(); !missing.isEmpty(); missing = sync.syncNow()) {
      waitBecause(String.join("; ", missing));
      if (ending.isAnnounced()) return false;
    }
    volumes = Optional.of(sync);
    containers = containers(podVolumes);
    waiting = "";
    return true;
  }

  private void waitBecause(String reason) {
    waiting = reason;
    reporter.changed();
    ending.within(RETRY);
  }

  private void createFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<ContainerLife> containers(PodVolumes podVolumes) {
    var setup =
        new ContainerSetup(
            facts(pod),
            link.orElseThrow(),
            podVolumes,
            node.objects(),
            node.options().images(),
            folder);
    return PodContainer.of(pod).stream()
        .map(container -> new ContainerLife(container, setup, node, reporter::changed))
        .toList();
  }

  private PodFacts facts(Pod latest) {
    var address = link.map(PodLink::address).orElse("");
    return new PodFacts(latest, address, node.network().nodeAddress());
  }

  /** Init containers one after the other, the others all at once. */
  private void runContainers() {
    for (var container : containers) {
      container.begin();
      var goesOn =
          switch (container.container().kind()) {
            case INIT -> container.hasSucceededBefore(ending);
            case SIDECAR -> container.isStartedBefore(ending);
            case MAIN -> true;
          };
      if (!goesOn) return;
    }
    awaitCompletion();
  }

  /** Where no ordinary container runs any more, the sidecars have nothing left to serve. */
  private void awaitCompletion() {
    while (!mainsAreDone()) {
      if (ending.within(RETRY)) return;
    }
    PodEnd.of(sidecars(), grace());
  }

  private boolean mainsAreDone() {
    return containers.stream()
        .filter(container -> container.container().kind() == ContainerKind.MAIN)
        .allMatch(container -> container.snapshot().done());
  }

  private List<ContainerLife> sidecars() {
    return containers.stream()
        .filter(container -> container.container().kind() == ContainerKind.SIDECAR)
        .toList();
  }

  /** Takes in what the API server says now. */
  void update(Pod latest) {
    var before = pod;
    pod = latest;
    if (latest.getMetadata().getDeletionTimestamp() != null) {
      if (!ending.isAnnounced()) Thread.ofVirtual().start(this::endAsAsked);
    } else if (isAnUpdateForTheKubelet(before, latest)) {
      volumes.ifPresent(VolumeSync::ask);
    }
    reporter.changed();
  }

  /** Its own reports come back as updates too; they are no reason to look at volumes. */
  private static boolean isAnUpdateForTheKubelet(Pod before, Pod latest) {
    return !before.getMetadata().getAnnotations().equals(latest.getMetadata().getAnnotations())
        || !before.getMetadata().getLabels().equals(latest.getMetadata().getLabels())
        || !before.getSpec().equals(latest.getSpec());
  }

  private void endAsAsked() {
    endContainers(grace());
    reporter.reportNow();
    leave();
    delete();
  }

  private Duration grace() {
    var asked =
        Optional.ofNullable(metadata().getDeletionGracePeriodSeconds())
            .or(() -> Optional.ofNullable(pod.getSpec().getTerminationGracePeriodSeconds()));
    return Duration.ofSeconds(asked.orElse(30L));
  }

  /** Ends its processes without a word to the API server; returns when they are gone. */
  void end(Duration grace) {
    endContainers(grace);
    leave();
  }

  private void endContainers(Duration grace) {
    ending.announce();
    volumes.ifPresent(VolumeSync::ask);
    ended.await();
    PodEnd.of(containers, grace);
  }

  private synchronized void leave() {
    reporter.stop();
    link.ifPresent(PodLink::close);
    link = Optional.empty();
  }

  /** The pod object is gone, so that nothing is left to be reported. */
  void vanish() {
    end(Duration.ZERO);
    try {
      TestCache.remove(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void delete() {
    while (true) {
      try {
        node.client().resource(pod).withGracePeriod(0).delete();
        return;
      } catch (KubernetesClientException failure) {
        if (failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND) return;
        if (new Ending().within(RETRY)) return;
      }
    }
  }

  private PodState state() {
    var parts =
        containers.isEmpty()
            ? PodContainer.of(pod).stream().map(PodLife::notYet).toList()
            : containers.stream().map(life -> new Part(life.container(), life.snapshot())).toList();
    return new PodState(link.map(PodLink::address), waiting, parts);
  }

  private static Part notYet(PodContainer container) {
    return new Part(container, ContainerSnapshot.beforeItsStart("ContainerCreating"));
  }

  Optional<PodLink> link() {
    return link;
  }

  Path logOf(String container) {
    return ContainerSetup.logFile(folder, container);
  }

  List<RunningProcess> processes() {
    return containers.stream().flatMap(container -> container.process().stream()).toList();
  }

  boolean is(String namespace, String name) {
    return metadata().getNamespace().equals(namespace) && metadata().getName().equals(name);
  }

  private ObjectMeta metadata() {
    return pod.getMetadata();
  }
}
