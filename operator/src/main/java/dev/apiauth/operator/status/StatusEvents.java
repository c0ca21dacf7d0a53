package dev.apiauth.operator.status;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.status.StatusEvent.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changed from one status to the next, as events. Pure: the same two are the same events, and
 * a status that stays has none.
 */
public final class StatusEvents {

  /** It passes by itself. */
  private static final Set<ConditionReason> UNDER_WAY =
      EnumSet.of(ConditionReason.Pending, ConditionReason.NoPods);

  /** True, and still something to look after. */
  private static final Set<ConditionReason> WORRYING =
      EnumSet.of(ConditionReason.ProviderStale, ConditionReason.OrdinarySidecar);

  private StatusEvents() {}

  /**
   * One event for each condition whose status or reason changed, in the order of the conditions.
   *
   * <p>Ready repeats what another condition says, so it is told only when it becomes True. What is
   * merely under way when a resource is new is not told.
   */
  public static List<StatusEvent> between(
      Optional<AtlassianApiAuthStatus> previous, AtlassianApiAuthStatus now) {
    return now.conditions().stream()
        .filter(condition -> isNews(condition, before(previous, condition.type())))
        .map(StatusEvents::event)
        .toList();
  }

  private static Optional<StatusCondition> before(
      Optional<AtlassianApiAuthStatus> previous, String type) {
    return previous.stream()
        .flatMap(status -> status.conditions().stream())
        .filter(condition -> condition.type().equals(type))
        .findFirst();
  }

  private static boolean isNews(StatusCondition now, Optional<StatusCondition> before) {
    if (isReady(now) && !is(now, ConditionStatus.True)) return false;
    return before
        .map(was -> !was.status().equals(now.status()) || !was.reason().equals(now.reason()))
        .orElseGet(() -> !is(now, ConditionStatus.Unknown) && !isOneOf(UNDER_WAY, now));
  }

  private static boolean isReady(StatusCondition condition) {
    return condition.type().equals(ConditionType.Ready.name());
  }

  private static StatusEvent event(StatusCondition condition) {
    return new StatusEvent(
        severity(condition),
        condition.reason(),
        MessageText.bounded(
            "%s is %s: %s".formatted(condition.type(), condition.status(), condition.message())));
  }

  private static Severity severity(StatusCondition condition) {
    boolean bad = is(condition, ConditionStatus.False) && !isOneOf(UNDER_WAY, condition);
    return bad || isOneOf(WORRYING, condition) ? Severity.Warning : Severity.Normal;
  }

  private static boolean is(StatusCondition condition, ConditionStatus status) {
    return condition.status().equals(status.name());
  }

  private static boolean isOneOf(Set<ConditionReason> reasons, StatusCondition condition) {
    return reasons.stream().anyMatch(reason -> reason.name().equals(condition.reason()));
  }
}
