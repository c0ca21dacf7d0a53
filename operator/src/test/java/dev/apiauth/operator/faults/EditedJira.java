package dev.apiauth.operator.faults;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.reconcile.Resources;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * A resource that is edited by somebody whom no fault concerns.
 *
 * @param cluster where
 */
record EditedJira(OperatedNamespace cluster) {

  private static final String NAME = "jira";

  /** Longer than the longest pause between two attempts. */
  private static final Duration CONVERGENCE = Duration.ofSeconds(60);

  /** Made, and accepted. */
  static EditedJira in(OperatedNamespace cluster) {
    var jira = new EditedJira(cluster);
    StatefulSet workload =
        cluster
            .admin()
            .getKubernetesSerialization()
            .unmarshal(Resources.workloadYaml(NAME), StatefulSet.class);
    cluster.admin().resource(workload).inNamespace(cluster.namespace()).create();
    cluster.putOnFile("vault", NAME, "alice", "token");
    jira.edit().awaitEnd();
    return jira;
  }

  /**
   * One change, and where it must lead.
   *
   * @param jira what was changed
   * @param group who may call since then
   * @param generation of the resource since then
   */
  record Edit(EditedJira jira, String group, long generation) {

    /** Waits until it is rendered, and the status is about it. */
    void awaitEnd() {
      OperatedNamespace cluster = jira.cluster();
      Eventually.within(CONVERGENCE, () -> cluster.rendered(NAME), secret -> names(secret, group));
      Eventually.within(
          CONVERGENCE,
          () -> cluster.condition(NAME, "Accepted"),
          condition -> Long.valueOf(generation).equals(condition.observedGeneration()));
    }

    private static boolean names(Secret secret, String group) {
      return OperatedNamespace.files(secret).values().stream()
          .map(file -> new String(file, StandardCharsets.UTF_8))
          .anyMatch(file -> file.contains(group));
    }
  }

  /** Lets another group in. */
  Edit edit() {
    String group = "group-" + UUID.randomUUID();
    UncheckedApiAuth edited = cluster.apply(Resources.jira(NAME, NAME, group));
    return new Edit(this, group, edited.getMetadata().getGeneration());
  }
}
