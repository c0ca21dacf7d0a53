package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.observe.DirectAccess;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port that nobody listens at yet is closed, too. */
class APodThatIsNotReadyProvesNothing {

  @ParameterizedTest
  @CsvSource({
    "Ready, True, true",
    "Ready, False, false",
    "Ready, Unknown, false",
    "ContainersReady, True, false",
  })
  void ofAProductsClosedPort(String condition, String status, boolean proven) {
    Pod pod =
        new PodBuilder()
            .withNewStatus()
            .addNewCondition()
            .withType(condition)
            .withStatus(status)
            .endCondition()
            .endStatus()
            .build();

    assertThat(directAccess(pod, new DirectAccess.Closed(8080)))
        .isInstanceOf(proven ? DirectAccess.Closed.class : DirectAccess.Unknown.class);
  }

  @Test
  void norDoesOneOfWhichNothingIsKnown() {
    assertThat(directAccess(new Pod(), new DirectAccess.Closed(8080)))
        .isEqualTo(new DirectAccess.Unknown("it is not ready yet"));
  }

  @Test
  void aPortThatAnswersIsOpenWhateverThePodSays() {
    assertThat(directAccess(new Pod(), new DirectAccess.Answers(8080)))
        .isEqualTo(new DirectAccess.Answers(8080));
  }

  private static DirectAccess directAccess(Pod pod, DirectAccess answer) {
    return Observation.proven(
            pod,
            new ObservedPod(
                "jira-0",
                Optional.of("127.0.0.1"),
                SidecarPresence.CURRENT,
                new Enforcement.Unknown("nobody asked"),
                answer))
        .directAccess();
  }
}
