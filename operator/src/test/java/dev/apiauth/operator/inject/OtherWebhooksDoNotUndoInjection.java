package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.testkit.scenario.Client;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Mutating webhooks of others stand before and after ours, so that the API server asks ours twice;
 * and what they spoil in the end, the API server refuses by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherWebhooksDoNotUndoInjection {

  private static final String INJECTED = "apiauth_admission_reviews_total{outcome=\"injected\"}";

  private OperatedNamespace cluster;
  private LiveWorkloads workloads;
  private OtherWebhooks others;
  private Pod asked;

  @BeforeAll
  void start() {
    cluster = OperatedNamespace.start();
    workloads = new LiveWorkloads(cluster);
    others = new OtherWebhooks(cluster.namespace());
    workloads.protect("jira");
    asked = StatefulSetPods.first(Yaml.statefulSet(LiveWorkloads.jira("jira")));
  }

  @AfterEach
  void leaveAlone() {
    others.unregister();
    Eventually.satisfies(() -> workloads.tried(asked), pod -> !pod.toString().contains("others-"));
  }

  @AfterAll
  void stop() {
    others.close();
    cluster.close();
  }

  @Test
  void whichIsDoneOnceThoughItIsAskedForTwice() {
    Container undisturbed = Sidecars.in(workloads.wouldKeep(asked));
    others.register("a-first", "IfNeeded", Mutations.adding("others-first"));
    others.register("z-last", "IfNeeded", Mutations.adding("others-last"));
    awaitThat("others-first");
    awaitThat("others-last");

    double before = injectedReviews();
    Pod kept = workloads.wouldKeep(asked);

    assertThat(injectedReviews() - before).isEqualTo(2);
    assertThat(Sidecars.in(kept)).isEqualTo(undisturbed);
    assertThat(kept.getSpec().getContainers())
        .extracting(Container::getName)
        .containsExactlyInAnyOrder("jira", "others-first", "others-last");
    assertThat(Yaml.text(workloads.wouldKeep(kept).getSpec())).isEqualTo(Yaml.text(kept.getSpec()));
  }

  /** Ours is asked again after theirs, and has the last word. */
  @ParameterizedTest
  @EnumSource
  void whoseDamageIsMendedWhereTheyComeOnce(Mutations damage) {
    Container undisturbed = Sidecars.in(workloads.wouldKeep(asked));
    others.register("z-last", "Never", pod -> damage.apply(Mutations.marked(pod)));
    awaitThat(Mutations.MARK);

    Pod kept = workloads.wouldKeep(asked);

    assertThat(Sidecars.in(kept)).isEqualTo(undisturbed);
    assertThat(LiveWorkloads.label(kept)).contains("jira");
  }

  /** Theirs is asked after ours again, and has the last word but one. */
  @ParameterizedTest
  @EnumSource
  void orIsRefusedWhereTheyInsist(Mutations damage) {
    others.register("z-last", "IfNeeded", damage);

    String refusal =
        Eventually.present(() -> workloads.refusalOf(asked).filter(why -> why.contains("denied")));

    assertThat(refusal)
        .contains("ValidatingAdmissionPolicy")
        .contains("another webhook")
        .contains(damage.complaint());
  }

  private void awaitThat(String mark) {
    Eventually.satisfies(() -> workloads.tried(asked), pod -> pod.toString().contains(mark));
  }

  private double injectedReviews() {
    var probes = URI.create("http://127.0.0.1:" + cluster.operator().probePort());
    return new Client(probes)
        .get("/metrics")
        .send()
        .body()
        .lines()
        .filter(line -> line.startsWith(INJECTED))
        .map(line -> line.substring(INJECTED.length()).strip())
        .mapToDouble(Double::parseDouble)
        .sum();
  }
}
