package dev.apiauth.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTellChangesOnce {

  private static final Facts WELL = Facts.of("well well well");

  @Test
  void aNewResourceTellsWhatItIsAndNotWhatIsUnderWay() {
    var first = Facts.of("").with(Optional.<RenderedPolicy>empty()).status();

    assertThat(told(StatusEvents.between(Optional.empty(), first)))
        .containsExactly("Normal Accepted", "Normal ResolvedRefs");
  }

  @Test
  void gettingReadyIsTold() {
    assertThat(between(Facts.of("well well older"), WELL))
        .containsExactly("Normal Programmed", "Normal Ready");
  }

  @Test
  void anEditUnderWayIsNoWarning() {
    assertThat(between(WELL, Facts.of("older older older"))).containsExactly("Normal Pending");
  }

  @Test
  void switchingOffIsAWarning() {
    var disabled = WELL.with(Facts.policy(Mode.Disabled, DirectAccessPolicy.Refuse));

    assertThat(StatusEvents.between(Optional.of(WELL.status()), disabled.status()))
        .containsExactly(
            new StatusEvent(
                StatusEvent.Severity.Warning,
                "Disabled",
                "Protected is False: The mode is Disabled: everything passes."));
  }

  @Test
  void fromShadowToDisabledIsToldThoughTheStatusStays() {
    var shadow = WELL.with(Facts.policy(Mode.Shadow, DirectAccessPolicy.Refuse));
    var disabled = WELL.with(Facts.policy(Mode.Disabled, DirectAccessPolicy.Refuse));

    assertThat(between(shadow, disabled)).containsExactly("Warning Disabled");
  }

  @Test
  void aWrongEditIsAWarningAndSaysWhatIsWrong() {
    var broken = WELL.with(Facts.accepted("faulty")).status();

    assertThat(StatusEvents.between(Optional.of(WELL.status()), broken))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.severity()).isEqualTo(StatusEvent.Severity.Warning);
              assertThat(event.reason()).isEqualTo("Invalid");
              assertThat(event.message()).contains("spec.providers[0].audiences");
            });
  }

  @Test
  void staleKeysAreAWarningThoughTheConditionIsTrue() {
    assertThat(between(WELL, Facts.of("rusty well well"))).containsExactly("Warning ProviderStale");
  }

  @Test
  void anotherPodThatLagsIsNoNews() {
    assertThat(between(Facts.of("well well older"), Facts.of("well older well"))).isEmpty();
  }

  private static List<String> between(Facts before, Facts after) {
    AtlassianApiAuthStatus previous = before.status();
    return told(StatusEvents.between(Optional.of(previous), after.status()));
  }

  private static List<String> told(List<StatusEvent> events) {
    return events.stream().map(event -> event.severity() + " " + event.reason()).toList();
  }
}
