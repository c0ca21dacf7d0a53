package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The API server counts every write of an object in its resource version. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingIsWrittenWhenNothingChanges {

  private static final int RESOURCES = 10;

  /** Settled resources are looked at every 30 s. A whole minute is watched in the e2e tests. */
  private static final Duration IDLE = Duration.ofSeconds(35);

  private OperatedNamespace cluster;

  @BeforeAll
  void start() {
    cluster = OperatedNamespace.start();
    for (int i = 0; i < RESOURCES; i++) {
      cluster.create(Resources.workload("jira-" + i));
      cluster.putOnFile("vault-" + i, "jira-" + i, "alice", "token-" + i);
      cluster.apply(Resources.jira("jira-" + i));
    }
    for (int i = 0; i < RESOURCES; i++) {
      String name = "jira-" + i;
      Eventually.satisfies(
          () -> cluster.condition(name, "Accepted"), one -> one.status().equals("True"));
    }
    Eventually.pause(Duration.ofSeconds(2));
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void forLongerThanEveryResourceIsLookedAtAgain() {
    Map<String, String> before = versions();

    Eventually.pause(IDLE);

    assertThat(versions()).isEqualTo(before).hasSizeGreaterThanOrEqualTo(4 * RESOURCES);
  }

  @Test
  void norWhenTheOperatorIsStartedAgain() {
    Map<String, String> before = versions();

    cluster.stopOperator();
    cluster.startOperator();
    Eventually.satisfies(() -> Optional.of(cluster.operator().isLeading()), leading -> leading);
    Eventually.pause(Duration.ofSeconds(10));

    assertThat(versions()).isEqualTo(before);
  }

  /** Everything that the operator may write; events are new objects, so they show as well. */
  private Map<String, String> versions() {
    var versions = new TreeMap<String, String>();
    objects()
        .forEach(
            object ->
                versions.put(
                    object.getKind() + "/" + object.getMetadata().getName(),
                    object.getMetadata().getResourceVersion()));
    return versions;
  }

  private Stream<HasMetadata> objects() {
    var client = cluster.admin();
    String namespace = cluster.namespace();
    return Stream.of(
            client.resources(UncheckedApiAuth.class).inNamespace(namespace).list().getItems(),
            client.secrets().inNamespace(namespace).list().getItems(),
            client.network().v1().networkPolicies().inNamespace(namespace).list().getItems(),
            client.v1().events().inNamespace(namespace).list().getItems())
        .flatMap(items -> items.stream());
  }
}
