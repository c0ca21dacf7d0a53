package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.Rendered;
import dev.apiauth.operator.names.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what was rendered for resources that are gone, once no pod uses it any more. There is no
 * finalizer on the resource, so that nothing hangs when a namespace is deleted or the operator is
 * not there.
 *
 * <p>Not for several threads.
 */
final class Retirement {

  private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);

  /** A pod that was admitted a moment ago may not be in the cache yet. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final ClusterCaches caches;
  private final ClusterWriter writer;
  private final InstantSource clock;
  private final Map<String, Instant> unusedSince = new HashMap<>();

  Retirement(ClusterCaches caches, ClusterWriter writer, InstantSource clock) {
    this.caches = caches;
    this.writer = writer;
    this.clock = clock;
  }

  /** Looks through everything that was rendered. */
  void sweep() {
    Set<HasMetadata> unused =
        Stream.<HasMetadata>concat(
                caches.secrets().list(s -> true), caches.networkPolicies().list(n -> true))
            .filter(this::isUnused)
            .collect(Collectors.toSet());
    unusedSince
        .keySet()
        .retainAll(unused.stream().map(Retirement::uid).collect(Collectors.toSet()));
    unused.stream().filter(this::isUnusedForLong).forEach(this::remove);
  }

  private boolean isUnused(HasMetadata object) {
    String namespace = object.getMetadata().getNamespace();
    return Rendered.resourceOf(object)
        .filter(resource -> caches.resource(namespace, resource).isEmpty())
        .filter(resource -> !caches.isInUse(namespace, Names.policyLabel(resource)))
        .isPresent();
  }

  private boolean isUnusedForLong(HasMetadata object) {
    Instant now = clock.instant();
    Instant since = unusedSince.computeIfAbsent(uid(object), first -> now);
    return !now.isBefore(since.plus(GRACE));
  }

  private void remove(HasMetadata object) {
    writer.delete(object);
    LOG.info(
        "{} {}/{} is deleted: its resource is gone and no pod uses it",
        object.getKind(),
        object.getMetadata().getNamespace(),
        object.getMetadata().getName());
  }

  private static String uid(HasMetadata object) {
    return object.getMetadata().getUid();
  }
}
