package dev.apiauth.operator.inject;

import dev.apiauth.operator.Eventually;
import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A namespace that no operator watches, where a pod is said to run: the real controllers say which
 * ports its Services lead to, and nobody connects to its address.
 *
 * @param client cluster admin
 * @param namespace its name
 */
record RunningElsewhere(KubernetesClient client, String namespace) {

  /** One of those for documentation (RFC 5737). */
  private static final String ADDRESS = "192.0.2.7";

  private static final String READY =
      """
      {"status": {"phase": "Running", "podIP": "ADDRESS", "podIPs": [{"ip": "ADDRESS"}],
        "conditions": [{"type": "Ready", "status": "True"}]}}
      """
          .replace("ADDRESS", ADDRESS);

  private static final String NODE = "elsewhere";

  /** An object and no more: without it the controllers take no pod for one that runs. */
  static Node node() {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(NODE)
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(true)
        .endSpec()
        .build();
  }

  /** Needs that {@link #node} is there. */
  static RunningElsewhere fresh() {
    ControlPlane controlPlane = ControlPlane.shared();
    return new RunningElsewhere(controlPlane.client(), controlPlane.newNamespace("elsewhere"));
  }

  /** Creates the pod as it is, and says that it is ready. */
  void run(Pod pod) {
    String account = pod.getSpec().getServiceAccountName();
    client
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(account)
                .withNamespace(namespace)
                .endMetadata()
                .build())
        .serverSideApply();
    Pod bound =
        new PodBuilder(LiveWorkloads.nobodys(pod, "running"))
            .editSpec()
            .withNodeName(NODE)
            .endSpec()
            .build();
    client.resource(bound).inNamespace(namespace).create();
    client
        .pods()
        .inNamespace(namespace)
        .withName("running")
        .subresource("status")
        .patch(PatchContext.of(PatchType.JSON_MERGE), READY);
  }

  /** Where the Service's ports lead by their names, once it has found the pod. */
  Map<String, Integer> portsOf(Service service) {
    client.resource(service).inNamespace(namespace).create();
    return ports(
        Eventually.satisfies(
            () -> Optional.of(slicesOf(service)), slices -> slices.stream().anyMatch(this::leads)));
  }

  private List<EndpointSlice> slicesOf(Service service) {
    return client
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(namespace)
        .withLabel("kubernetes.io/service-name", service.getMetadata().getName())
        .list()
        .getItems();
  }

  private boolean leads(EndpointSlice slice) {
    return PodContents.orEmpty(slice.getEndpoints()).stream()
        .anyMatch(endpoint -> endpoint.getAddresses().contains(ADDRESS));
  }

  private Map<String, Integer> ports(List<EndpointSlice> slices) {
    var ports = new TreeMap<String, Integer>();
    slices.stream()
        .filter(this::leads)
        .flatMap(slice -> slice.getPorts().stream())
        .forEach(port -> ports.put(port.getName(), port.getPort()));
    return ports;
  }
}
