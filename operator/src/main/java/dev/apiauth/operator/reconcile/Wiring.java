package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.certs.SidecarCertificates;
import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.Gatherer;
import dev.apiauth.operator.gather.TokenReader;
import dev.apiauth.operator.inject.SidecarTemplate;
import dev.apiauth.operator.observe.PodObserver;
import dev.apiauth.operator.render.ClosedProductPort;
import dev.apiauth.operator.resolve.Judge;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the steps of a reconciliation are made of.
 *
 * @param client writes
 * @param tokens reads API tokens
 * @param judge decides which policy is in force
 * @param certificates signs what sidecars show
 * @param productPort renders the NetworkPolicies
 * @param observer asks pods
 * @param installed what the installation says of sidecars today
 * @param identity what this replica calls itself
 * @param clock what time it is
 */
public record Wiring(
    KubernetesClient client,
    TokenReader tokens,
    Judge judge,
    SidecarCertificates certificates,
    ClosedProductPort productPort,
    PodObserver observer,
    Supplier<SidecarTemplate> installed,
    String identity,
    InstantSource clock) {

  /** The steps, on those caches. */
  public Reconciliation reconciliation(ClusterCaches caches) {
    var writer = new ClusterWriter(client);
    return new Reconciliation(
        new Gatherer(caches, tokens, clock),
        judge,
        new Applier(writer, caches, certificates, productPort),
        new Observation(observer, installed),
        new Convergence(new KubeletNudge(writer, clock), new Pace(clock)),
        new EventWriter(client, identity, clock),
        installed,
        clock);
  }

  /** One look for what is left of resources that are gone; for one thread, on the leader. */
  public Runnable retirement(ClusterCaches caches) {
    return new Retirement(caches, new ClusterWriter(client), clock)::sweep;
  }
}
