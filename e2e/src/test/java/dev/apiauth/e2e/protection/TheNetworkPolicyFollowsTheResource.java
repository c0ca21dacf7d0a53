package dev.apiauth.e2e.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No pod runs: the workload's template says which ports there are. */
class TheNetworkPolicyFollowsTheResource {

  private static final Team TEAM = Cluster.shared().newTeam();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PORTS =
      """
      - {name: http, containerPort: 8080}
      - {name: ssh, containerPort: 7999}
      - {name: jmx, containerPort: 9999}
      - {name: ehcache, containerPort: 40001}
      """;

  @BeforeAll
  static void deploy() {
    TEAM.apply(
        TEAM.statefulSet(Product.JIRA)
            .with("/spec/replicas", 0)
            .with("/spec/template/spec/containers/0/ports", PORTS)
            .yaml());
  }

  @Test
  void itSelectsInjectedPodsAloneAndClosesTheProductsPortAlone() {
    TEAM.apply(mode("Enforce").yaml());
    awaitPolicy(true);

    NetworkPolicy policy = policy().orElseThrow();
    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
        .isEqualTo(Map.of("apiauth.dev/policy", "jira"));
    List<NetworkPolicyIngressRule> rules = policy.getSpec().getIngress();
    assertThat(rules.stream().filter(rule -> rule.getFrom().isEmpty()))
        .flatExtracting(TheNetworkPolicyFollowsTheResource::ports)
        .containsExactlyInAnyOrder(15080, 7999, 9999);
    assertThat(rules.stream().filter(rule -> admits(rule, "apiauth")))
        .flatExtracting(TheNetworkPolicyFollowsTheResource::ports)
        .containsExactlyInAnyOrder(15081, 15082);
    assertThat(rules.stream().filter(TheNetworkPolicyFollowsTheResource::isForPeers))
        .flatExtracting(TheNetworkPolicyFollowsTheResource::ports)
        .containsExactly(40001);
    assertThat(rules)
        .flatExtracting(TheNetworkPolicyFollowsTheResource::ports)
        .doesNotContain(8080);
  }

  @Test
  void itIsThereOnlyWhileEnforcedAndNotTolerated() {
    TEAM.apply(mode("Enforce").yaml());
    awaitPolicy(true);
    for (Manifest open :
        List.of(
            mode("Shadow"),
            mode("Disabled"),
            mode("Enforce").with("/spec/interception/directAccess", "Tolerate"))) {
      TEAM.apply(open.yaml());
      awaitPolicy(false);
      TEAM.apply(mode("Enforce").yaml());
      awaitPolicy(true);
    }
  }

  private static Manifest mode(String mode) {
    return TEAM.resource(Product.JIRA)
        .with("/spec/interception/directAccess", "Refuse")
        .with("/spec/mode", mode);
  }

  private static void awaitPolicy(boolean there) {
    Team.await(SOON, "a NetworkPolicy is there: " + there, () -> policy().isPresent() == there);
  }

  private static Optional<NetworkPolicy> policy() {
    return Optional.ofNullable(
        TEAM.admin()
            .network()
            .v1()
            .networkPolicies()
            .inNamespace(TEAM.namespace())
            .withName("apiauth-jira")
            .get());
  }

  private static List<Integer> ports(NetworkPolicyIngressRule rule) {
    return rule.getPorts().stream().map(port -> port.getPort().getIntVal()).toList();
  }

  private static boolean admits(NetworkPolicyIngressRule rule, String namespace) {
    return rule.getFrom().stream()
        .anyMatch(
            peer ->
                peer.getNamespaceSelector() != null
                    && peer.getNamespaceSelector().getMatchLabels().containsValue(namespace));
  }

  private static boolean isForPeers(NetworkPolicyIngressRule rule) {
    return rule.getFrom().stream()
        .anyMatch(
            peer ->
                peer.getPodSelector() != null
                    && peer.getPodSelector()
                        .getMatchLabels()
                        .equals(Map.of("app.kubernetes.io/name", "jira")));
  }
}
