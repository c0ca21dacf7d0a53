package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.gather.UncheckedApiAuth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Optional;

/**
 * Tells a cache what was just written: the watch may bring it later than the next reconciliation,
 * which would write it again.
 */
final class CacheFilling {

  private CacheFilling() {}

  static <T extends HasMetadata> void fill(
      InformerEventSource<T, UncheckedApiAuth> cache, Optional<T> before, T written) {
    ResourceID id = ResourceID.fromResource(written);
    before.ifPresentOrElse(
        old -> cache.handleRecentResourceUpdate(id, written, old),
        () -> cache.handleRecentResourceCreate(id, written));
  }
}
