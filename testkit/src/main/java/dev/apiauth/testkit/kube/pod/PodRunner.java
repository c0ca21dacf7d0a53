package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.kube.network.PodLink;
import dev.apiauth.testkit.kube.network.PodNetwork;
import dev.apiauth.testkit.kube.network.PodNetworks;
import dev.apiauth.testkit.process.ProcessWarden;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registers a node and plays its kubelet: whatever pod is bound to it, in any namespace, runs as
 * processes of this machine, as admission returned it, and its status is reported.
 *
 * <p>Played: order of containers with native sidecars, probes, restarts, hooks and graceful ends,
 * environment, volumes of objects with the kubelet's delay, empty and claimed volumes, addresses.
 * Not played: images and their file systems (see {@link LocalImages}), users, limits and all other
 * isolation; service DNS and addresses; postStart hooks; events; service-account tokens that an API
 * server honours. Since processes share the machine's file system, mount paths in commands,
 * arguments and variables are replaced by the folders on disk: the longest that fits, whole path
 * segments only.
 */
public final class PodRunner implements AutoCloseable {

  private static final Duration LAST_GRACE = Duration.ofSeconds(2);

  private final Node node;
  private final boolean ownsNetwork;
  private final NodeRegistration registration;
  private final Map<String, PodLife> pods = new ConcurrentHashMap<>();
  private final SharedIndexInformer<Pod> informer;
  private final Thread whenTheProcessEnds = new Thread(this::endProcesses, "end pods");

  private PodRunner(Node node) {
    this.node = node;
    this.ownsNetwork = node.options().network().isEmpty();
    this.registration =
        new NodeRegistration(
            node.client(), node.options().nodeName(), node.network().nodeAddress(), node.clock());
    Runtime.getRuntime().addShutdownHook(whenTheProcessEnds);
    registration.begin();
    this.informer =
        node.client()
            .pods()
            .inAnyNamespace()
            .withField("spec.nodeName", node.options().nodeName())
            .inform(new Bindings());
  }

  /**
   * Registers the node; a Node of that name that is there already is replaced. The processes end
   * with this JVM, also where that is killed.
   *
   * @param client must be allowed everything; stays open
   */
  public static PodRunner start(KubernetesClient client, PodRunnerOptions options) {
    var clock = InstantSource.system();
    return new PodRunner(
        new Node(
            client,
            options,
            options.network().orElseGet(PodNetworks::ofMachine),
            new ObjectCache(client, options.cacheTime(), clock),
            ProcessWarden.over(temporaryFolder()),
            options.folder().orElseGet(PodRunner::temporaryFolder),
            clock));
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("apiauth-pods-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private final class Bindings implements ResourceEventHandler<Pod> {

    @Override
    public void onAdd(Pod pod) {
      var phase = Optional.ofNullable(pod.getStatus().getPhase()).orElse("");
      if (phase.equals("Succeeded") || phase.equals("Failed")) return;
      var life = new PodLife(node, pod);
      pods.put(pod.getMetadata().getUid(), life);
      life.start();
      life.update(pod);
    }

    @Override
    public void onUpdate(Pod before, Pod pod) {
      Optional.ofNullable(pods.get(pod.getMetadata().getUid())).ifPresent(life -> life.update(pod));
    }

    @Override
    public void onDelete(Pod pod, boolean finalStateUnknown) {
      Optional.ofNullable(pods.remove(pod.getMetadata().getUid()))
          .ifPresent(life -> Thread.ofVirtual().start(life::vanish));
    }
  }

  /** The network of the pods. */
  public PodNetwork network() {
    return node.network();
  }

  /** The pod's connection, once it has one; {@link PodLink#filter} and the like are there. */
  public Optional<PodLink> link(String namespace, String pod) {
    return find(namespace, pod).flatMap(PodLife::link);
  }

  /** What a container wrote to standard output and standard error, in all its runs. */
  public String logs(String namespace, String pod, String container) {
    return find(namespace, pod).map(life -> read(life.logOf(container))).orElse("");
  }

  private static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log, UTF_8) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The processes of a pod that run right now, one for each running container. */
  public List<RunningProcess> processes(String namespace, String pod) {
    return find(namespace, pod).map(PodLife::processes).orElse(List.of());
  }

  private Optional<PodLife> find(String namespace, String pod) {
    return pods.values().stream().filter(life -> life.is(namespace, pod)).findFirst();
  }

  /** Takes the node away and ends its processes within seconds; the pod objects stay. */
  @Override
  public void close() {
    informer.close();
    endProcesses();
    registration.end();
    node.warden().close();
    if (ownsNetwork) node.network().close();
    if (node.options().folder().isEmpty()) remove(node.folder());
    try {
      Runtime.getRuntime().removeShutdownHook(whenTheProcessEnds);
    } catch (IllegalStateException endingAlready) {
      return; // it ends what has ended
    }
  }

  private void endProcesses() {
    var ends =
        pods.values().stream()
            .map(life -> Thread.ofVirtual().start(() -> life.end(LAST_GRACE)))
            .toList();
    for (var end : ends) {
      try {
        end.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void remove(Path folder) {
    try {
      TestCache.remove(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
