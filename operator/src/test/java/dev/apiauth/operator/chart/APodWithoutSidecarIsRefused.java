package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By the API server alone, while nobody injects. What is not protected is not touched. */
class APodWithoutSidecarIsRefused {

  private static final ControlPlane CONTROL_PLANE = ControlPlane.shared();
  private static final ProtectedNamespace WATCHED =
      ProtectedNamespace.fresh(CONTROL_PLANE, "watched");
  private static final ProtectedNamespace UNWATCHED =
      ProtectedNamespace.fresh(CONTROL_PLANE, "unwatched");

  private static InstalledChart chart;
  private static StatefulSet jira;

  @BeforeAll
  static void protectJira() {
    chart = InstalledChart.watching(CONTROL_PLANE, WATCHED.name()).withoutItsWebhook();
    jira = WATCHED.statefulSet("jira");
    WATCHED.acceptedResource("protect-jira", jira);
  }

  @AfterAll
  static void uninstall() {
    chart.close();
  }

  @Test
  void andToldWhoProtectsItAndWhereToLook() {
    assertThat(WATCHED.refusalOf(Pods.of(jira, "plain")))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("AtlassianApiAuth protect-jira protects StatefulSet jira")
                    .contains(Pods.SIDECAR_IMAGE)
                    .contains("see whether the operator is ready"));
  }

  @Test
  void withItTheSamePodIsCreated() {
    assertThat(WATCHED.refusalOf(Pods.injected(Pods.of(jira, "native")))).isEmpty();
    assertThat(
            WATCHED.refusalOf(
                Pods.labelled(
                    Pods.withContainer(
                        Pods.of(jira, "ordinary"), Pods.sidecar(Pods.SIDECAR_IMAGE)))))
        .isEmpty();
  }

  @Test
  void aDigestBehindTheTagIsTheSameImage() {
    Pod resolved =
        Pods.withContainer(
            Pods.of(jira, "resolved"),
            Pods.sidecar(Pods.SIDECAR_IMAGE + "@sha256:" + "a".repeat(64)));

    assertThat(WATCHED.refusalOf(Pods.labelled(resolved))).isEmpty();
  }

  @Test
  void anotherImageUnderTheNameOfTheSidecarIsNone() {
    for (String image :
        new String[] {"busybox:1", Pods.SIDECAR_IMAGE + "1", "x/" + Pods.SIDECAR_IMAGE}) {
      Pod named = Pods.withContainer(Pods.of(jira, "named"), Pods.sidecar(image));

      assertThat(WATCHED.refusalOf(Pods.labelled(named))).as(image).isPresent();
    }
  }

  @Test
  void anInitContainerThatEndsIsNone() {
    Pod ends = Pods.withInitContainer(Pods.of(jira, "ends"), Pods.sidecar(Pods.SIDECAR_IMAGE));

    assertThat(WATCHED.refusalOf(Pods.labelled(ends))).isPresent();
  }

  @Test
  void itsImageWithAnotherCommandIsNone() {
    Pod other =
        Pods.withContainer(
            Pods.of(jira, "command"),
            Pods.sidecar(Pods.SIDECAR_IMAGE).edit().withCommand("/bin/true").build());

    assertThat(WATCHED.refusalOf(Pods.labelled(other))).isPresent();
  }

  @Test
  void theLabelThatClosesThePortsMustBeThereToo() {
    Pod open = Pods.withContainer(Pods.of(jira, "open"), Pods.sidecar(Pods.SIDECAR_IMAGE));

    assertThat(WATCHED.refusalOf(open))
        .hasValueSatisfying(why -> assertThat(why).contains("lacks the label apiauth.dev/policy"));
  }

  @Test
  void podsOfNobodyOfDeploymentsAndOfJobsAreLeftAlone() {
    var replicas =
        new ReplicaSetBuilder().withNewMetadata().withName("jira").withUid("1").endMetadata();
    var job = new JobBuilder().withNewMetadata().withName("jira").withUid("2").endMetadata();

    assertThat(WATCHED.refusalOf(Pods.bare("helm-test"))).isEmpty();
    assertThat(WATCHED.refusalOf(Pods.of(replicas.build(), "of-a-deployment"))).isEmpty();
    assertThat(WATCHED.refusalOf(Pods.of(job.build(), "of-a-job"))).isEmpty();
  }

  @Test
  void soAreOtherStatefulSetsOfTheNamespace() {
    StatefulSet confluence = WATCHED.statefulSet("confluence");

    assertThat(WATCHED.refusalOf(Pods.of(confluence))).isEmpty();
  }

  @Test
  void andOtherNamespaces() {
    StatefulSet sameName = UNWATCHED.statefulSet("jira");
    UNWATCHED.resource("protect-jira", "jira");
    UNWATCHED.accept("protect-jira");

    assertThat(UNWATCHED.refusalOf(Pods.of(sameName))).isEmpty();
    assertThat(UNWATCHED.refusalOf(Pods.labelled(Pods.bare("labelled")))).isEmpty();
  }

  @Test
  void aResourceThatWasNeverAcceptedBlocksNobody() {
    StatefulSet crowd = WATCHED.statefulSet("crowd");
    WATCHED.resource("a-draft", "crowd");

    assertThat(WATCHED.refusalOf(Pods.of(crowd))).isEmpty();
    WATCHED.acceptedResource("accepted", crowd);
    assertThat(WATCHED.refusalOf(Pods.of(crowd, "crowd-1"))).isPresent();
  }

  @Test
  void theControllerOfTheStatefulSetIsToldInAnEvent() {
    StatefulSet bamboo = WATCHED.statefulSet("bamboo");
    WATCHED.acceptedResource("bamboo", bamboo);

    WATCHED.client().resource(bamboo).inNamespace(WATCHED.name()).scale(1);

    Optional<String> event = Events.about(WATCHED, "bamboo", "FailedCreate");
    assertThat(event)
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .contains("AtlassianApiAuth bamboo protects StatefulSet bamboo"));
  }
}
