package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySource;
import io.fabric8.kubernetes.api.model.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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

    Secret secret = Eventually.present(() -> cluster.rendered("jira"));

    assertThat(new PolicyCodec().read(OperatedNamespace.files(secret)))
        .isInstanceOfSatisfying(
            PolicyReading.Complete.class,
            complete -> {
              assertThat(complete.set().document().source())
                  .isEqualTo(new PolicySource(cluster.namespace(), "jira", 1));
              assertThat(complete.set().vault().entries())
                  .extracting("username", "token")
                  .containsExactly(tuple("alice", "alices-token"));
            });
  }

  @Test
  void andSaidToBeAccepted() {
    cluster.apply(Resources.jira("told"));

    StatusCondition accepted =
        Eventually.satisfies(
            () -> cluster.condition("told", "Accepted"), one -> one.status().equals("True"));

    assertThat(accepted.observedGeneration()).isEqualTo(1);
  }
}
