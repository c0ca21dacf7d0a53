package dev.apiauth.operator.tokens;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.operator.gather.UncheckedApiToken;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the framework and a {@link TokenReconciliation} meet. Called for one token after another,
 * on the leader alone.
 */
public final class TokenReconciler implements Reconciler<UncheckedApiToken> {

  private final TokenWiring wiring;
  private @Nullable TokenReconciliation reconciliation;

  /** Reconciles with what is made of those parts once there are informers. */
  public TokenReconciler(TokenWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public List<EventSource<?, UncheckedApiToken>> prepareEventSources(
      EventSourceContext<UncheckedApiToken> context) {
    var informers = new TokenInformers(context);
    reconciliation = wiring.reconciliation(informers.caches());
    return informers.sources();
  }

  @Override
  public UpdateControl<UncheckedApiToken> reconcile(
      UncheckedApiToken token, Context<UncheckedApiToken> context) {
    if (reconciliation == null) throw new IllegalStateException("the controller has no informers");
    TokenOutcome outcome = reconciliation.run(token);
    UpdateControl<UncheckedApiToken> control =
        outcome
            .status()
            .map(status -> UpdateControl.patchStatus(patch(token, status)))
            .orElseGet(UpdateControl::noUpdate);
    return control.rescheduleAfter(outcome.lookAgain());
  }

  /**
   * Name, namespace and status and nothing else: what stands in it is the operator's afterwards.
   */
  private static UncheckedApiToken patch(UncheckedApiToken token, AtlassianApiTokenStatus status) {
    var patch = new UncheckedApiToken();
    patch.setMetadata(
        new ObjectMetaBuilder()
            .withName(token.getMetadata().getName())
            .withNamespace(token.getMetadata().getNamespace())
            .build());
    patch.setStatus(status);
    return patch;
  }
}
