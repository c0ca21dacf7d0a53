package dev.apiauth.operator.tokens.decide;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.status.MessageText;
import dev.apiauth.operator.status.StatusEvent;
import dev.apiauth.operator.status.StatusEvent.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What changed from one status of a token to the next, as events: another reason, or another value.
 * Pure.
 */
public final class TokenEvents {

  private TokenEvents() {}

  /** At most one event. */
  public static List<StatusEvent> between(
      AtlassianApiTokenStatus before, AtlassianApiTokenStatus now) {
    return now.conditions().stream()
        .filter(ready -> isNews(ready, before, now))
        .map(TokenEvents::event)
        .toList();
  }

  private static boolean isNews(
      StatusCondition ready, AtlassianApiTokenStatus before, AtlassianApiTokenStatus now) {
    boolean sameReason =
        before.conditions().stream().anyMatch(was -> was.reason().equals(ready.reason()));
    return !sameReason || !Objects.equals(before.tokenId(), now.tokenId());
  }

  private static StatusEvent event(StatusCondition ready) {
    boolean good = ready.reason().equals(TokenReason.Issued.name());
    return new StatusEvent(
        good ? Severity.Normal : Severity.Warning,
        ready.reason(),
        MessageText.bounded("Ready is %s: %s".formatted(ready.status(), ready.message())));
  }
}
