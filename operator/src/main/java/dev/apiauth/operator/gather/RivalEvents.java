package dev.apiauth.operator.gather;

import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.util.Objects;
import java.util.Set;

/**
 * When a resource comes, goes or names another workload, those that name the same one are looked at
 * again: the younger one may be in force now.
 */
final class RivalEvents extends AbstractEventSource<UncheckedApiAuth, UncheckedApiAuth>
    implements ResourceEventAware<UncheckedApiAuth> {

  private final Affected affected;

  RivalEvents(Affected affected) {
    super(UncheckedApiAuth.class, "rivals");
    this.affected = affected;
  }

  @Override
  public void onResourceCreated(UncheckedApiAuth resource) {
    wakeRivalsOf(resource);
  }

  @Override
  public void onResourceUpdated(UncheckedApiAuth after, UncheckedApiAuth before) {
    if (Objects.equals(Target.of(after), Target.of(before))) return;
    wakeRivalsOf(before);
    wakeRivalsOf(after);
  }

  @Override
  public void onResourceDeleted(UncheckedApiAuth resource) {
    wakeRivalsOf(resource);
  }

  @Override
  public Set<UncheckedApiAuth> getSecondaryResources(UncheckedApiAuth primary) {
    return Set.of();
  }

  private void wakeRivalsOf(UncheckedApiAuth resource) {
    affected.byRival(resource).forEach(rival -> getEventHandler().handleEvent(new Event(rival)));
  }
}
