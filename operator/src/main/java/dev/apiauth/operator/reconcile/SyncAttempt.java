package dev.apiauth.operator.reconcile;

import dev.apiauth.policy.document.PolicyHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to make a kubelet look at a Secret: an annotation on the pod that changes.
 *
 * @param policy the policy that the pod is to get
 * @param count the how-manieth try it is, from 1
 * @param next when the next one is due
 */
record SyncAttempt(PolicyHash policy, int count, Instant next) {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** By then a kubelet has synced by itself; more would be writes that help nobody. */
  private static final int MOST = 8;

  /**
   * The try after what the pod says of the last one, which may have been another process's.
   *
   * @param annotation what stands on the pod
   */
  static SyncAttempt after(Optional<String> annotation, PolicyHash policy, Instant now) {
    int count = annotation.map(value -> countOf(value, policy)).orElse(0) + 1;
    return new SyncAttempt(policy, count, now.plus(waitAfter(count)));
  }

  /** The annotation's value; differs from that of every other try. */
  String annotation() {
    return policy.shortened() + "-" + count;
  }

  boolean isDue(Instant now) {
    return count < MOST && !now.isBefore(next);
  }

  private static Duration waitAfter(int count) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(count - 1, 10));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  /** 0 for another policy, and for what somebody else wrote. */
  private static int countOf(String value, PolicyHash policy) {
    String prefix = policy.shortened() + "-";
    String count = value.startsWith(prefix) ? value.substring(prefix.length()) : "";
    return count.matches("[0-9]{1,4}") ? Integer.parseInt(count) : 0;
  }
}
