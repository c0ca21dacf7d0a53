package dev.apiauth.operator.render;

import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.Names;
import dev.apiauth.operator.names.PodParts;
import dev.apiauth.operator.render.OtherPorts.Port;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The NetworkPolicy that closes the product's own port.
 *
 * <p>It selects the label that injection sets, so pods without a sidecar are not cut off. Every
 * port that the workload declares stays reachable but the product's; ports that are not declared do
 * not. Whether it is enforced depends on the cluster's network plug-in (Kubernetes documentation,
 * Network Policies, Prerequisites).
 */
public final class ClosedProductPort {

  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  private final Neighbourhood neighbourhood;

  /** Renders for an installation. */
  public ClosedProductPort(Neighbourhood neighbourhood) {
    this.neighbourhood = neighbourhood;
  }

  /**
   * The NetworkPolicy of a resource.
   *
   * @param resource the resource's name
   * @param workload the workload that it protects, whose pod template says which ports there are
   * @param container the product's container, where the resource says it
   */
  public NetworkPolicy render(String resource, StatefulSet workload, Optional<String> container) {
    String namespace = workload.getMetadata().getNamespace();
    return new NetworkPolicyBuilder()
        .withMetadata(PolicySecret.metadata(Names.networkPolicy(resource), namespace, resource))
        .withNewSpec()
        .withPodSelector(matching(Labels.POLICY, Names.policyLabel(resource)))
        .withPolicyTypes("Ingress")
        .withIngress(
            rules(
                OtherPorts.of(workload.getSpec().getTemplate().getSpec(), container),
                workload.getSpec().getSelector()))
        .endSpec()
        .build();
  }

  private List<NetworkPolicyIngressRule> rules(OtherPorts others, LabelSelector peers) {
    var rules = new ArrayList<NetworkPolicyIngressRule>();
    rules.add(rule(List.of(), Stream.concat(ours(PodParts.LISTENER_PORT), others.open().stream())));
    rules.add(rule(namespaces(scrapers()), ours(PodParts.PROBES_PORT)));
    rules.add(rule(namespaces(Stream.of(neighbourhood.operator())), ours(PodParts.CHANNEL_PORT)));
    if (!others.amongPeers().isEmpty()) {
      rules.add(rule(List.of(pods(peers)), others.amongPeers().stream()));
    }
    return rules;
  }

  private Stream<String> scrapers() {
    return Stream.concat(
            Stream.of(neighbourhood.operator()), neighbourhood.monitoring().stream().sorted())
        .distinct();
  }

  private static Stream<Port> ours(int port) {
    return Stream.of(new Port(port, "TCP"));
  }

  /** An empty list of peers stands for everybody. */
  private static NetworkPolicyIngressRule rule(List<NetworkPolicyPeer> from, Stream<Port> ports) {
    return new NetworkPolicyIngressRuleBuilder()
        .withFrom(from)
        .withPorts(ports.map(ClosedProductPort::port).toList())
        .build();
  }

  private static NetworkPolicyPort port(Port port) {
    return new NetworkPolicyPortBuilder()
        .withNewPort(port.number())
        .withProtocol(port.protocol())
        .build();
  }

  private static List<NetworkPolicyPeer> namespaces(Stream<String> names) {
    return names
        .map(
            name ->
                new NetworkPolicyPeerBuilder()
                    .withNamespaceSelector(matching(NAMESPACE, name))
                    .build())
        .toList();
  }

  private static NetworkPolicyPeer pods(LabelSelector selector) {
    return new NetworkPolicyPeerBuilder().withPodSelector(selector).build();
  }

  private static LabelSelector matching(String label, String value) {
    return new LabelSelectorBuilder().addToMatchLabels(label, value).build();
  }
}
