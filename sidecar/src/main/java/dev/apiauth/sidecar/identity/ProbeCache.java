package dev.apiauth.sidecar.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the product answered lately, by what it was asked with. Bounded; one question at a time for
 * a key; an answer is never used when it is older than it may be, and asked for again before that,
 * so that a busy caller never waits.
 *
 * @param <K> what it was asked with; kept in memory only
 * @param <V> what it answers
 */
final class ProbeCache<K, V> {

  private static final int MOST = 20_000;

  /** Asks the product. */
  @FunctionalInterface
  interface Question<K, V> {
    Future<Outcome<V>> ask(K key, CompiledPolicy policy);
  }

  /**
   * One question and its answer; equal only to itself, so that an old one never displaces a new
   * one.
   */
  private static final class Answer<V> {
    private final Future<Outcome<V>> outcome;
    private final Instant asked;
    private final AtomicBoolean renewing = new AtomicBoolean();

    Answer(Future<Outcome<V>> outcome, Instant asked) {
      this.outcome = outcome;
      this.asked = asked;
    }
  }

  private final Cache<K, Answer<V>> answers;
  private final Question<K, V> question;
  private final Predicate<V> lasting;
  private final InstantSource clock;
  private final Duration fresh;

  /**
   * Asks that question.
   *
   * @param lasting which answers may be used again
   * @param fresh how old an answer may be when it is used
   */
  ProbeCache(Question<K, V> question, Predicate<V> lasting, InstantSource clock, Duration fresh) {
    this.question = question;
    this.lasting = lasting;
    this.clock = clock;
    this.fresh = fresh;
    this.answers = Caffeine.newBuilder().maximumSize(MOST).build();
  }

  Future<Outcome<V>> ask(K key, CompiledPolicy policy) {
    Instant now = clock.instant();
    Answer<V> known = answers.getIfPresent(key);
    if (known == null || isOlderThan(known, fresh, now))
      return asked(key, policy, known, now).outcome;
    if (isOlderThan(known, fresh.dividedBy(2), now)) refresh(key, policy, known, now);
    return known.outcome;
  }

  void forget(K key) {
    answers.invalidate(key);
  }

  private static boolean isOlderThan(Answer<?> answer, Duration age, Instant now) {
    return answer.asked.plus(age).isBefore(now);
  }

  private Answer<V> asked(K key, CompiledPolicy policy, @Nullable Answer<V> outdated, Instant now) {
    var promise = Promise.<Outcome<V>>promise();
    var mine = new Answer<>(promise.future(), now);
    Answer<V> current =
        answers
            .asMap()
            .merge(key, mine, (present, added) -> present.equals(outdated) ? added : present);
    if (current.equals(mine)) ask(key, policy, mine, promise);
    return current;
  }

  /** Puts the new answer in place when it has come; the known one serves until then. */
  private void refresh(K key, CompiledPolicy policy, Answer<V> known, Instant now) {
    if (!known.renewing.compareAndSet(false, true)) return;
    question.ask(key, policy).onComplete(result -> renew(key, known, result, now));
  }

  /**
   * That the product names nobody any more counts at once; that it cannot be asked changes nothing
   * yet.
   */
  private void renew(K key, Answer<V> known, AsyncResult<Outcome<V>> result, Instant now) {
    if (result.failed() || result.result() instanceof Outcome.Refused<V>) {
      known.renewing.set(false);
    } else if (isWorthKeeping(result.result())) {
      answers
          .asMap()
          .replace(key, known, new Answer<>(Future.succeededFuture(result.result()), now));
    } else {
      answers.asMap().remove(key, known);
    }
  }

  private void ask(K key, CompiledPolicy policy, Answer<V> mine, Promise<Outcome<V>> promise) {
    question
        .ask(key, policy)
        .onComplete(
            result -> {
              if (result.failed() || !isWorthKeeping(result.result()))
                answers.asMap().remove(key, mine);
              promise.handle(result);
            });
  }

  /** That the product could not be asked, or named nobody, is true for this moment only. */
  private boolean isWorthKeeping(Outcome<V> outcome) {
    return outcome instanceof Outcome.Pass<V>(V value) && lasting.test(value);
  }
}
