package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.admission.AdmissionVerdict;
import dev.apiauth.operator.admission.AdmissionVerdict.Denied;
import dev.apiauth.operator.admission.AdmissionVerdict.Injected;
import dev.apiauth.operator.admission.AdmissionVerdict.Unchanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TheWebhookIsAnsweredAsDecided {

  private final SpecAdmission admission =
      new SpecAdmission(
          Map.of("atlassian", List.of(Resources.naming("jira")))::get,
          Resources.decider(SidecarKind.NATIVE),
          new PodInjector());

  @Test
  void aPodThatIsProtectedGetsItsSidecar() {
    assertThat(review("the-smallest-pod"))
        .isInstanceOfSatisfying(
            Injected.class,
            injected ->
                assertThat(Sidecars.in(injected.pod()).getRestartPolicy()).isEqualTo("Always"));
  }

  @Test
  void onePodThatCannotBeIsDenied() {
    assertThat(review("on-the-node"))
        .isInstanceOfSatisfying(
            Denied.class, denied -> assertThat(denied.message()).contains("spec.hostNetwork"));
  }

  @Test
  void everythingElseIsLeftAlone() {
    assertThat(review("a-pod-of-a-job")).isEqualTo(new Unchanged("no StatefulSet controls it"));
  }

  private AdmissionVerdict review(String golden) {
    return GoldenPod.all()
        .filter(one -> one.name().equals(golden))
        .map(one -> admission.review("atlassian", one.pod()))
        .findFirst()
        .orElseThrow();
  }
}
