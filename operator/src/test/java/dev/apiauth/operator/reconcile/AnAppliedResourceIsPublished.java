package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * From what authors apply to what sidecars mount, on a real API server, under the chart's roles.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnAppliedResourceIsPublished {

  private OperatedNamespace cluster;

  @BeforeAll
  void start() {
    cluster = OperatedNamespace.start();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void asASetThatASidecarReads() {
    cluster.putOnFile("alice", "jira", "alice", "alices-token");
    cluster.apply(Resources.jira("jira"));

    PolicySet set = published("jira", vaultOf("jira", "alices-token"));

    assertThat(set.document().source()).isEqualTo(new PolicySource(cluster.namespace(), "jira", 1));
    assertThat(set.vault().entries())
        .extracting("username", "token")
        .containsExactly(tuple("alice", "alices-token"));
    StatusCondition accepted =
        Eventually.satisfies(
            () -> cluster.condition("jira", "Accepted"), one -> one.status().equals("True"));
    assertThat(accepted.observedGeneration()).isEqualTo(1);
  }

  @Test
  void andAWrongEditLeavesTheLastGoodSpecWithTheSecretsOfNow() {
    cluster.putOnFile("bob", "edited", "bob", "first");
    cluster.apply(Resources.jira("edited"));
    published("edited", vaultOf("edited", "first"));

    cluster.apply(Resources.jira("edited").replace("AwsCognito", "NoSuchPreset"));
    StatusCondition refused =
        Eventually.satisfies(
            () -> cluster.condition("edited", "Accepted"), one -> one.status().equals("False"));
    cluster.putOnFile("bob", "edited", "bob", "second");
    PolicySet set = published("edited", vaultOf("edited", "second"));

    assertThat(refused.message()).contains("spec.providers[0].preset", "NoSuchPreset");
    assertThat(set.document().source().generation()).isEqualTo(1);
    assertThat(set.document().providers()).extracting("name").containsExactly("cognito");
  }

  @Test
  void andAnInvalidFirstResourceIsNot() {
    cluster.apply(Resources.jira("first").replace("AwsCognito", "NoSuchPreset"));

    Eventually.satisfies(
        () -> cluster.condition("first", "Accepted"), one -> one.status().equals("False"));

    assertThat(cluster.rendered("first")).isEmpty();
    assertThat(cluster.resource("first").map(UncheckedApiAuth::getStatus))
        .hasValueSatisfying(status -> assertThat(status.policyHash()).isNull());
  }

  @Test
  void andASecondOneForTheSameWorkloadIsNotUntilTheFirstIsGone() {
    cluster.apply(
        Resources.jira("older", "shared", "a").replace("spec:", "spec:\n  mode: Disabled"));
    Eventually.present(() -> cluster.rendered("older"));
    Eventually.pause(Duration.ofSeconds(1)); // the API server keeps whole seconds of ages
    cluster.apply(Resources.jira("younger", "shared", "b"));

    StatusCondition lost =
        Eventually.satisfies(
            () -> cluster.condition("younger", "Accepted"), one -> one.status().equals("False"));
    assertThat(lost.reason()).isEqualTo("Conflicted");
    assertThat(lost.message()).contains("older");
    assertThat(cluster.rendered("younger")).isEmpty();

    cluster.admin().resource(cluster.resource("older").orElseThrow()).delete();

    Eventually.satisfies(
        () -> cluster.condition("younger", "Accepted"), one -> one.status().equals("True"));
    Eventually.present(() -> cluster.rendered("younger"));
  }

  @Test
  void andTheProductsPortIsClosedAsLongAsItIsEnforced() {
    cluster.create(Resources.workload("closed"));
    cluster.apply(Resources.jira("closed"));

    NetworkPolicy policy = Eventually.present(() -> networkPolicy("apiauth-closed"));
    assertThat(policy.getSpec().getIngress())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getIntVal())
        .containsExactlyInAnyOrder(15080, 15081, 15082, 9999, 40001);

    cluster.apply(Resources.jira("closed").replace("spec:", "spec:\n  mode: Shadow"));
    Eventually.satisfies(
        () -> Optional.of(networkPolicy("apiauth-closed")), there -> there.isEmpty());
  }

  private PolicySet published(String resource, Predicate<Secret> condition) {
    Secret secret = Eventually.satisfies(() -> cluster.rendered(resource), condition);
    assertThat(secret.getData())
        .containsKeys("tls.crt", "tls.key", "ca.crt", "last-good-spec.yaml");
    return ((PolicyReading.Complete) new PolicyCodec().read(OperatedNamespace.files(secret))).set();
  }

  private static Predicate<Secret> vaultOf(String resource, String token) {
    return secret ->
        new PolicyCodec().read(OperatedNamespace.files(secret))
                instanceof PolicyReading.Complete(PolicySet set, var hash)
            && set.document().source().name().equals(resource)
            && set.vault().entries().stream().anyMatch(entry -> entry.token().equals(token));
  }

  private Optional<NetworkPolicy> networkPolicy(String name) {
    return Optional.ofNullable(
        cluster
            .admin()
            .network()
            .v1()
            .networkPolicies()
            .inNamespace(cluster.namespace())
            .withName(name)
            .get());
  }
}
