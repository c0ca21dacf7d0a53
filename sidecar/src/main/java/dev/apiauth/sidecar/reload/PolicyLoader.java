package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a time: what is there, is it new, is it whole, does it compile.
 *
 * <p>Only a whole set that compiles becomes the policy in force, at once and as a whole; after
 * every other end of a look, the one before stays. {@link #look} is for one thread, the rest for
 * any.
 */
final class PolicyLoader<P> {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyLoader.class);

  private final PolicySupply supply;
  private final BiFunction<PolicySet, PolicyHash, P> compiler;
  private final InstantSource clock;
  private final Duration grace;
  private final ReloadListener<P> listener;

  private volatile Optional<ActivePolicy<P>> active = Optional.empty();
  private volatile Optional<Rejection> lastRejection = Optional.empty();

  /** What was judged last: a hash of content, or the sentence where nothing could be read. */
  private @Nullable String settled;

  private @Nullable String pending;
  private long pendingSinceNanos;

  PolicyLoader(
      PolicySupply supply,
      BiFunction<PolicySet, PolicyHash, P> compiler,
      InstantSource clock,
      Duration grace,
      ReloadListener<P> listener) {
    this.supply = supply;
    this.compiler = compiler;
    this.clock = clock;
    this.grace = grace;
    this.listener = listener;
  }

  Optional<ActivePolicy<P>> active() {
    return active;
  }

  Optional<Rejection> lastRejection() {
    return lastRejection;
  }

  Look look() {
    return switch (supply.files()) {
      case FileReading.Read(FileSet files) -> judge(files);
      case FileReading.Absent(String why) -> waitFor(why, why);
      case FileReading.TooLarge(String why) -> reject(why, why);
    };
  }

  private Look judge(FileSet files) {
    String content = files.content().value();
    if (content.equals(settled)) return Look.SETTLED;
    try {
      return switch (supply.policy(files)) {
        case PolicyReading.Complete(PolicySet set, PolicyHash hash) -> take(content, set, hash);
        case PolicyReading.LastGood(PolicySet set, PolicyHash hash, String why) -> {
          take(content, set, hash);
          settled = null;
          yield reject(content, why);
        }
        case PolicyReading.Incomplete(String why) -> waitFor(content, why);
        case PolicyReading.Unreadable(String why) -> reject(content, why);
      };
    } catch (RuntimeException e) {
      LOG.warn("a policy could not be read or compiled", e);
      return reject(content, "it cannot be read or compiled: " + e.getClass().getSimpleName());
    }
  }

  private Look take(String content, PolicySet set, PolicyHash hash) {
    if (active.map(ActivePolicy::hash).equals(Optional.of(hash))) return settle(content);
    var policy = compiler.apply(set, hash);
    var next = new ActivePolicy<>(policy, hash, set.document(), clock.instant());
    active = Optional.of(next);
    listener.accepted(next);
    return settle(content);
  }

  /** Gives the rest of a change its time; what is still not whole after that is rejected. */
  private Look waitFor(String subject, String why) {
    if (subject.equals(settled)) return Look.SETTLED;
    long now = System.nanoTime();
    if (!subject.equals(pending)) {
      pending = subject;
      pendingSinceNanos = now;
    }
    return now - pendingSinceNanos < grace.toNanos() ? Look.UNSETTLED : reject(subject, why);
  }

  private Look reject(String subject, String why) {
    if (!subject.equals(settled)) {
      settle(subject);
      var rejection = new Rejection(clock.instant(), why);
      lastRejection = Optional.of(rejection);
      listener.rejected(rejection);
    }
    return Look.SETTLED;
  }

  private Look settle(String subject) {
    settled = subject;
    pending = null;
    return Look.SETTLED;
  }
}
