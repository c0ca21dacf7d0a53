package dev.apiauth.sidecar.admin;

import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.sidecar.reload.ActivePolicy;
import dev.apiauth.sidecar.reload.PolicyReloader;
import dev.apiauth.sidecar.reload.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What this process enforces now, as it is told to the operator. */
public final class Acknowledgements implements Supplier<Acknowledgement> {

  private final PolicyReloader<?> reloader;
  private final Supplier<List<ProviderReport>> providers;

  /**
   * Asks nobody yet.
   *
   * @param reloader knows the policy in force
   * @param providers how its providers are now; must not block
   */
  public Acknowledgements(PolicyReloader<?> reloader, Supplier<List<ProviderReport>> providers) {
    this.reloader = reloader;
    this.providers = providers;
  }

  @Override
  public Acknowledgement get() {
    Optional<? extends ActivePolicy<?>> active = reloader.active();
    return active.isPresent() ? of(active.get()) : Acknowledgement.withoutPolicy(lastRejection());
  }

  private Acknowledgement of(ActivePolicy<?> active) {
    PolicySource source = active.document().source();
    return new Acknowledgement(
        active.hash().value(),
        source.namespace(),
        source.name(),
        source.generation(),
        active.document().mode(),
        active.loadedAt().toString(),
        providers.get(),
        lastRejection());
  }

  private Acknowledgement.@Nullable Rejection lastRejection() {
    return reloader.lastRejection().map(Acknowledgements::told).orElse(null);
  }

  private static Acknowledgement.Rejection told(Rejection rejection) {
    return new Acknowledgement.Rejection(rejection.at().toString(), rejection.why());
  }
}
