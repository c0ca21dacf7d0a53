package dev.apiauth.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.observe.DirectAccess;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of every status, over some ten thousand combinations of facts. */
class AStatusIsHonest {

  private static final List<String> WORDS =
      List.of(
          "well",
          "open",
          "dark",
          "mute",
          "bare",
          "older",
          "older-shadow",
          "refusing",
          "empty",
          "deaf",
          "mute-open");

  @Test
  void readyIsTheAndOfAllOthersButATolerance() {
    everything()
        .forEach(
            facts -> {
              var status = StatusReport.of(facts);
              boolean all =
                  status.conditions().stream()
                      .filter(one -> !one.type().equals("Ready"))
                      .allMatch(one -> isTrue(one) || one.reason().equals("DirectAccessTolerated"));
              boolean unmeasuredPort =
                  facts.pods().stream()
                      .anyMatch(pod -> pod.directAccess() instanceof DirectAccess.Unknown);

              assertThat(isTrue(condition(status, "Ready")))
                  .as("%s", facts)
                  .isEqualTo(all && !unmeasuredPort);
            });
  }

  @Test
  void protectedIsTrueOnlyWhereEveryPodWasMeasured() {
    everything()
        .filter(facts -> isTrue(condition(StatusReport.of(facts), "Protected")))
        .forEach(
            facts -> {
              assertThat(facts.rendered().orElseThrow().mode()).isEqualTo(Mode.Enforce);
              assertThat(facts.pods())
                  .isNotEmpty()
                  .allSatisfy(
                      pod -> {
                        assertThat(pod.enforcement()).isInstanceOf(Enforcement.Acknowledged.class);
                        assertThat(pod.directAccess()).isInstanceOf(DirectAccess.Closed.class);
                      });
            });
  }

  @Test
  void whatDoesNotChangeIsNotWrittenAgain() {
    everything()
        .forEach(
            facts -> {
              var status = StatusReport.of(facts);
              var later =
                  new StatusFacts(
                      facts.generation(),
                      Optional.of(status),
                      facts.acceptance(),
                      facts.references(),
                      facts.rendered(),
                      facts.workload(),
                      facts.pods(),
                      facts.now().plusSeconds(3600));

              assertThat(StatusReport.of(later)).isEqualTo(status);
              assertThat(StatusEvents.between(Optional.of(status), status)).isEmpty();
            });
  }

  @Test
  void messagesAreSentencesOfOneLineAndBoundedLength() {
    everything()
        .flatMap(facts -> StatusReport.of(facts).conditions().stream())
        .map(StatusCondition::message)
        .distinct()
        .forEach(
            message ->
                assertThat(message)
                    .hasSizeBetween(10, MessageText.LONGEST)
                    .endsWith(".")
                    .doesNotContain("\n", "  ", "..", "null", "Optional"));
  }

  private static boolean isTrue(StatusCondition condition) {
    return condition.status().equals("True");
  }

  private static StatusCondition condition(AtlassianApiAuthStatus status, String type) {
    return status.conditions().stream()
        .filter(one -> one.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<StatusFacts> everything() {
    return pods().stream()
        .flatMap(pods -> policies().map(policy -> Facts.of(pods).with(policy)))
        .flatMap(facts -> specs().map(facts::with))
        .flatMap(facts -> workloads().map(facts::with))
        .flatMap(facts -> Stream.of(facts, facts.lacking(Facts.MISSING_SECRET)))
        .map(Facts::now);
  }

  private static List<String> pods() {
    var pods = new ArrayList<String>(WORDS);
    for (String one : WORDS) {
      WORDS.stream()
          .filter(other -> other.compareTo(one) <= 0)
          .map(other -> "%s %s".formatted(other, one))
          .forEach(pods::add);
    }
    return pods;
  }

  private static Stream<Optional<RenderedPolicy>> policies() {
    return Stream.concat(
        Stream.of(Optional.<RenderedPolicy>empty()),
        Stream.of(Mode.values())
            .flatMap(
                mode ->
                    Stream.of(DirectAccessPolicy.values())
                        .map(directAccess -> Facts.policy(mode, directAccess))));
  }

  private static Stream<Acceptance> specs() {
    return Stream.of(Facts.accepted("good"), Facts.accepted("faulty"), Facts.accepted("rival"));
  }

  private static Stream<Workload> workloads() {
    return Stream.of(
        new Workload.Absent("jira"),
        new Workload.Present("jira", 0, SidecarForm.NATIVE),
        new Workload.Present("jira", 2, SidecarForm.NATIVE),
        new Workload.Present("jira", 2, SidecarForm.ORDINARY));
  }
}
