package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.Informers;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the framework and a {@link Reconciliation} meet. The framework makes the informers when the
 * controller is registered, and calls for one resource after another, on the leader alone.
 */
public final class PolicyReconciler implements Reconciler<UncheckedApiAuth> {

  private final Function<ClusterCaches, Reconciliation> wiring;
  private @Nullable Informers informers;
  private @Nullable Reconciliation reconciliation;

  /** Reconciles with what is made of the caches once there are any. */
  public PolicyReconciler(Function<ClusterCaches, Reconciliation> wiring) {
    this.wiring = wiring;
  }

  @Override
  public List<EventSource<?, UncheckedApiAuth>> prepareEventSources(
      EventSourceContext<UncheckedApiAuth> context) {
    var made = new Informers(context);
    informers = made;
    reconciliation = wiring.apply(made.caches());
    return made.sources();
  }

  /** What the informers hold; empty until the controller is registered. */
  public Optional<ClusterCaches> caches() {
    return Optional.ofNullable(informers).map(Informers::caches);
  }

  @Override
  public UpdateControl<UncheckedApiAuth> reconcile(
      UncheckedApiAuth resource, Context<UncheckedApiAuth> context) {
    if (reconciliation == null) throw new IllegalStateException("the controller has no informers");
    Outcome outcome = reconciliation.run(resource);
    UpdateControl<UncheckedApiAuth> control =
        outcome
            .status()
            .map(status -> UpdateControl.patchStatus(StatusPatch.of(resource, status)))
            .orElseGet(UpdateControl::noUpdate);
    return control.rescheduleAfter(outcome.lookAgain());
  }
}
