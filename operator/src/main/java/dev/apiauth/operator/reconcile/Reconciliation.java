package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.Gatherer;
import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.render.ClosedProductPort;
import dev.apiauth.operator.render.Published;
import dev.apiauth.operator.resolve.Judge;
import dev.apiauth.operator.resolve.Judgement;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;

/** The order of a reconciliation. Nothing else knows it. */
public final class Reconciliation {

  private final Gatherer gatherer;
  private final Judge judge;
  private final Applier applier;

  Reconciliation(Gatherer gatherer, Judge judge, Applier applier) {
    this.gatherer = gatherer;
    this.judge = judge;
    this.applier = applier;
  }

  /** Wires the steps. */
  public static Reconciliation of(
      ClusterCaches caches,
      KubernetesClient client,
      Judge judge,
      ChannelCertificates certificates,
      ClosedProductPort productPort) {
    return new Reconciliation(
        new Gatherer(caches),
        judge,
        new Applier(new ClusterWriter(client), caches, certificates, productPort));
  }

  Outcome run(UncheckedApiAuth resource) {
    Observed observed = gatherer.gather(resource);
    Published published = observed.rendered().map(Published::read).orElse(Published.NOTHING);
    Judgement judgement = judge.judge(observed, published);
    judgement.inForce().ifPresent(inForce -> applier.apply(observed, published, inForce));
    return new Outcome(Optional.empty(), Duration.ofSeconds(30));
  }
}
