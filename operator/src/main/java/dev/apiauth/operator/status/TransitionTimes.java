package dev.apiauth.operator.status;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.StatusCondition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When conditions last changed: the time of a status that stays is kept, whatever becomes of its
 * reason and message (Kubernetes API conventions, typical status properties).
 */
final class TransitionTimes {

  private final Optional<AtlassianApiAuthStatus> previous;
  private final Instant now;

  TransitionTimes(Optional<AtlassianApiAuthStatus> previous, Instant now) {
    this.previous = previous;
    this.now = now;
  }

  /** RFC 3339, in whole seconds. */
  String of(ConditionType type, ConditionStatus status) {
    return previous.stream()
        .flatMap(was -> was.conditions().stream())
        .filter(was -> was.type().equals(type.name()) && was.status().equals(status.name()))
        .map(StatusCondition::lastTransitionTime)
        .findFirst()
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
