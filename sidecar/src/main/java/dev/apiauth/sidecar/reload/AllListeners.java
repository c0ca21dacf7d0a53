package dev.apiauth.sidecar.reload;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what happened, then tells everybody; one that fails keeps the others from nothing. */
final class AllListeners<P> implements ReloadListener<P> {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyReloader.class);

  private final List<ReloadListener<P>> listeners;

  AllListeners(List<ReloadListener<P>> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void accepted(ActivePolicy<P> active) {
    var source = active.document().source();
    LOG.info(
        "policy {} is in force: {}/{}, generation {}, mode {}",
        active.hash().shortened(),
        source.namespace(),
        source.name(),
        source.generation(),
        active.document().mode());
    tell(listener -> listener.accepted(active));
  }

  @Override
  public void rejected(Rejection rejection) {
    LOG.warn("a policy is refused, the one before stays in force: {}", rejection.why());
    tell(listener -> listener.rejected(rejection));
  }

  private void tell(Consumer<ReloadListener<P>> message) {
    for (ReloadListener<P> listener : listeners) {
      try {
        message.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("a listener to policy reloads failed", e);
      }
    }
  }
}
