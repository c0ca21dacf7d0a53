package dev.apiauth.operator.gather;

import dev.apiauth.operator.names.Names;
import dev.apiauth.policy.resolve.Surroundings;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads what one reconciliation needs, from the caches. */
public final class Gatherer {

  private static final String STATEFUL_SET = "StatefulSet";

  private final ClusterCaches caches;
  private final TokenReader tokens;
  private final InstantSource clock;

  /** Reads from those caches, and the time from that clock. */
  public Gatherer(ClusterCaches caches, TokenReader tokens, InstantSource clock) {
    this.caches = caches;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Everything about a resource. */
  public Observed gather(UncheckedApiAuth resource) {
    ObjectMeta metadata = resource.getMetadata();
    String namespace = metadata.getNamespace();
    String name = metadata.getName();
    Optional<Target> target = Target.of(resource);
    return new Observed(
        resource,
        target.map(caches::protecting).orElse(List.of()).stream()
            .filter(other -> !other.getMetadata().getUid().equals(metadata.getUid()))
            .toList(),
        new Surroundings(
            caches.secretsIn(namespace),
            new PolicyTokens(caches.tokensOf(namespace, name), tokens),
            clock.instant()),
        caches.secret(namespace, Names.renderedSecret(name)).filter(Rendered::isOurs),
        caches
            .networkPolicies()
            .get(new ResourceID(Names.networkPolicy(name), namespace))
            .filter(Rendered::isOurs),
        target.filter(workload -> workload.kind().equals(STATEFUL_SET)).flatMap(this::workload),
        caches.pods(target, namespace, Names.policyLabel(name)).sorted(byName()).toList());
  }

  private Optional<StatefulSet> workload(Target target) {
    return caches.workloads().get(new ResourceID(target.name(), target.namespace()));
  }

  private static Comparator<Pod> byName() {
    return Comparator.comparing(pod -> pod.getMetadata().getName());
  }
}
