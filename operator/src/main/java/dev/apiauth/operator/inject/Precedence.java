package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which of several resources for one workload counts: the oldest, then the lower UID. The smaller
 * one wins. The reconciliation and the webhook both decide by it, so that they agree.
 *
 * @param created when the API server created the resource; it keeps whole seconds
 * @param uid the resource's UID
 */
public record Precedence(Instant created, String uid) implements Comparable<Precedence> {

  private static final Comparator<Precedence> OLDEST_FIRST =
      Comparator.comparing(Precedence::created).thenComparing(Precedence::uid);

  /** That of a resource; one that the API server has not created yet comes last. */
  public static Precedence of(ObjectMeta metadata) {
    return new Precedence(
        Optional.ofNullable(metadata.getCreationTimestamp())
            .map(Instant::parse)
            .orElse(Instant.MAX),
        Optional.ofNullable(metadata.getUid()).orElse(""));
  }

  @Override
  public int compareTo(Precedence other) {
    return OLDEST_FIRST.compare(this, other);
  }
}
