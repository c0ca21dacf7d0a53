package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The Node object, and the lease that shows that the node lives. */
final class NodeRegistration {

  private static final String KUBELET = "v1.34.4";
  private static final String LEASES = "kube-node-lease";
  private static final int LEASE_SECONDS = 40;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Map<String, Quantity> ROOM =
      Map.of(
          "cpu", new Quantity("64"),
          "memory", new Quantity("256Gi"),
          "ephemeral-storage", new Quantity("1Ti"),
          "pods", new Quantity("240"));

  private final KubernetesClient client;
  private final String name;
  private final String address;
  private final InstantSource clock;
  private final Ending ending = new Ending();

  NodeRegistration(KubernetesClient client, String name, String address, InstantSource clock) {
    this.client = client;
    this.name = name;
    this.address = address;
    this.clock = clock;
  }

  /** Returns when pods can be bound to it, as far as the node is concerned. */
  void begin() {
    client.nodes().withName(name).delete();
    client.resource(node()).create();
    renewLease();
    Thread.ofVirtual().name("heartbeat of " + name).start(this::beat);
  }

  private void beat() {
    while (!ending.within(HEARTBEAT)) {
      renewLease();
    }
  }

  /** What fails is made up for by the next one; four may fail in a row. */
  private void renewLease() {
    var lease =
        new LeaseBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(LEASES)
            .endMetadata()
            .withNewSpec()
            .withHolderIdentity(name)
            .withLeaseDurationSeconds(LEASE_SECONDS)
            .withRenewTime(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .endSpec()
            .build();
    try {
      client.resource(lease).forceConflicts().serverSideApply();
    } catch (KubernetesClientException notNow) {
      return;
    }
  }

  private Node node() {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(
            Map.of(
                "kubernetes.io/hostname", name,
                "kubernetes.io/os", "linux",
                "kubernetes.io/arch", "amd64"))
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withStatus(status())
        .build();
  }

  private NodeStatus status() {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return new NodeStatusBuilder()
        .withCapacity(ROOM)
        .withAllocatable(ROOM)
        .addNewAddress(address, "InternalIP")
        .addNewAddress(name, "Hostname")
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .withReason("KubeletReady")
        .withMessage("the pod runner is ready")
        .withLastHeartbeatTime(now)
        .withLastTransitionTime(now)
        .endCondition()
        .withNewNodeInfo()
        .withKubeletVersion(KUBELET)
        .withOperatingSystem("linux")
        .withArchitecture("amd64")
        .withOsImage("this machine")
        .withContainerRuntimeVersion("processes://1")
        .endNodeInfo()
        .build();
  }

  void end() {
    ending.announce();
    try {
      client.nodes().withName(name).delete();
    } catch (KubernetesClientException serverIsGone) {
      return;
    }
  }
}
