package dev.apiauth.operator.tokens;

import dev.apiauth.operator.gather.UncheckedApiToken;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.util.Objects;
import java.util.Set;

/**
 * When a token comes, goes or ends at another time, those of the same user are looked at again: one
 * that was too many may have its turn.
 */
final class SiblingEvents extends AbstractEventSource<UncheckedApiToken, UncheckedApiToken>
    implements ResourceEventAware<UncheckedApiToken> {

  private final IndexerResourceCache<UncheckedApiToken> tokens;

  SiblingEvents(IndexerResourceCache<UncheckedApiToken> tokens) {
    super(UncheckedApiToken.class, "siblings");
    this.tokens = tokens;
  }

  @Override
  public void onResourceCreated(UncheckedApiToken token) {
    wakeSiblingsOf(token);
  }

  @Override
  public void onResourceUpdated(UncheckedApiToken after, UncheckedApiToken before) {
    if (Objects.equals(after.getSpec(), before.getSpec())) return;
    wakeSiblingsOf(after);
  }

  @Override
  public void onResourceDeleted(UncheckedApiToken token) {
    wakeSiblingsOf(token);
  }

  @Override
  public Set<UncheckedApiToken> getSecondaryResources(UncheckedApiToken primary) {
    return Set.of();
  }

  private void wakeSiblingsOf(UncheckedApiToken token) {
    TokenCaches.siblings(tokens, token)
        .forEach(
            sibling -> getEventHandler().handleEvent(new Event(ResourceID.fromResource(sibling))));
  }
}
