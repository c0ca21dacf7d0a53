package dev.apiauth.operator.gather;

import dev.apiauth.operator.names.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.javaoperatorsdk.operator.api.config.informer.FieldSelector;
import io.javaoperatorsdk.operator.api.config.informer.FieldSelectorBuilder;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Set;

/**
 * The informers: what is watched, and which resources are looked at again when something changes.
 * The namespaces are those of the controller.
 */
public final class Informers {

  /** Helm keeps every release, tokens are many; neither is ever referred to. */
  private static final FieldSelector USEFUL_SECRETS =
      new FieldSelectorBuilder()
          .withoutField("type", "helm.sh/release.v1")
          .withoutField("type", "kubernetes.io/service-account-token")
          .build();

  private final EventSourceContext<UncheckedApiAuth> context;
  private final Affected affected;
  private final ClusterCaches caches;

  /** Makes the informers of a controller; the framework starts them. */
  public Informers(EventSourceContext<UncheckedApiAuth> context) {
    this.context = context;
    this.affected = new Affected(context.getPrimaryCache());
    this.caches =
        new ClusterCaches(
            context.getPrimaryCache(),
            source(
                InformerEventSourceConfiguration.from(Secret.class, UncheckedApiAuth.class)
                    .withFieldSelector(USEFUL_SECRETS),
                affected::bySecret),
            source(
                InformerEventSourceConfiguration.from(Pod.class, UncheckedApiAuth.class),
                affected::byPod),
            source(
                InformerEventSourceConfiguration.from(StatefulSet.class, UncheckedApiAuth.class),
                affected::byWorkload),
            source(
                InformerEventSourceConfiguration.from(NetworkPolicy.class, UncheckedApiAuth.class)
                    .withLabelSelector(Labels.MANAGED_BY + "=" + Labels.APIAUTH),
                affected::byRendered),
            source(
                InformerEventSourceConfiguration.from(
                    UncheckedApiToken.class, UncheckedApiAuth.class),
                affected::byToken));
  }

  /** What the informers hold. */
  public ClusterCaches caches() {
    return caches;
  }

  /** For the framework: every source of events but the resources themselves. */
  public List<EventSource<?, UncheckedApiAuth>> sources() {
    return List.of(
        caches.secrets(),
        caches.pods(),
        caches.workloads(),
        caches.networkPolicies(),
        caches.tokens(),
        new RivalEvents(affected));
  }

  private <R extends HasMetadata> InformerEventSource<R, UncheckedApiAuth> source(
      InformerEventSourceConfiguration.Builder<R> what, SecondaryToPrimaryMapper<R> mapper) {
    return new InformerEventSource<>(
        what.withSecondaryToPrimaryMapper(mapper)
            .<UncheckedApiAuth>withPrimaryToSecondaryMapper(primary -> Set.of())
            .withNamespacesInheritedFromController()
            .build(),
        context);
  }
}
