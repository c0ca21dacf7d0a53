package dev.apiauth.operator.status;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.policy.check.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsKeepTheirTimes {

  private static final Instant LATER = Facts.NOW.plusSeconds(60);
  private static final String FIRST = "2026-11-24T12:00:00Z";
  private static final String SECOND = "2026-11-24T12:01:00Z";

  private final AtlassianApiAuthStatus well = Facts.of("well well well").status();

  @Test
  void onlyWhatChangesGetsANewTime() {
    var times = times(Facts.of("well well older"));

    assertThat(times)
        .containsEntry("Accepted", FIRST)
        .containsEntry("Protected", FIRST)
        .containsEntry("Programmed", SECOND)
        .containsEntry("Ready", SECOND);
  }

  @Test
  void anotherReasonOrMessageIsNoTransition() {
    var accepted =
        new Acceptance.Accepted(List.of(Problem.warning("spec.x", "is odd", "Look at it")));

    assertThat(times(Facts.of("rusty well well").with(accepted)).values()).containsOnly(FIRST);
  }

  @Test
  void aPolicyThatWasThereIsRemembered() {
    var unpublished = Facts.of("well").with(Optional.<RenderedPolicy>empty());

    assertThat(unpublished.status().policyHash()).isNull();
    assertThat(StatusReport.of(unpublished.after(well, LATER)).policyHash()).isEqualTo("9f2c1a");
  }

  private Map<String, String> times(Facts facts) {
    return StatusReport.of(facts.after(well, LATER)).conditions().stream()
        .collect(toMap(StatusCondition::type, StatusCondition::lastTransitionTime));
  }
}
