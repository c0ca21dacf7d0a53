package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What asking brought. Unlike an {@link Outcome} it tells a provider that says no from one that
 * says nothing: the first is an answer, the second is the provider's failure.
 *
 * @param <T> what was asked for
 */
sealed interface Asked<T> {

  /** It is there. */
  record Told<T>(T value) implements Asked<T> {

    /** Without the value, which may be a token or a secret. */
    @Override
    public String toString() {
      return "Told";
    }
  }

  /** The provider answered, and the token is not good for it. */
  record Denied<T>(Refusal refusal) implements Asked<T> {}

  /**
   * There is no answer that counts.
   *
   * @param because a sentence that begins with "it", for status and audit line; quotes nobody
   */
  record Silent<T>(String because) implements Asked<T> {}

  static <T> Asked<T> told(T value) {
    return new Told<>(value);
  }

  static <T> Asked<T> denied(Reason reason, String finding) {
    return new Denied<>(Refusal.of(reason).finding(finding));
  }

  static <T> Asked<T> silent(String because) {
    return new Silent<>(because);
  }

  /** A judgement about what was told. */
  static <T> Asked<T> of(Outcome<T> judged) {
    return switch (judged) {
      case Outcome.Pass<T>(T value) -> new Told<>(value);
      case Outcome.Refused<T>(Refusal refusal) -> new Denied<>(refusal);
    };
  }

  /** Goes on with what was told; everything else goes through untouched. */
  default <U> Asked<U> then(Function<? super T, Asked<U>> step) {
    return switch (this) {
      case Told<T>(T value) -> step.apply(value);
      case Denied<T>(Refusal refusal) -> new Denied<>(refusal);
      case Silent<T>(String because) -> new Silent<>(because);
    };
  }

  /** Turns what was told into something else. */
  default <U> Asked<U> map(Function<? super T, ? extends U> change) {
    return then(value -> told(change.apply(value)));
  }

  /** Like {@link #then}, with a step that waits. */
  default <U> Future<Asked<U>> await(Function<? super T, Future<Asked<U>>> step) {
    return switch (this) {
      case Told<T>(T value) -> step.apply(value);
      case Denied<T>(Refusal refusal) -> Future.succeededFuture(new Denied<>(refusal));
      case Silent<T>(String because) -> Future.succeededFuture(new Silent<>(because));
    };
  }

  /**
   * Waits no longer than {@code patience}.
   *
   * @return never fails: what is late or broke off is {@link Silent}
   */
  static <T> Future<Asked<T>> within(Duration patience, Future<Asked<T>> asked) {
    return asked.timeout(patience).otherwise(failure -> silent(sentence(failure)));
  }

  /** What to say of a failure; messages of libraries stay out of it. */
  static String sentence(Throwable failure) {
    return failure instanceof TimeoutException
        ? "it did not answer in time"
        : "the question broke off (" + failure.getClass().getSimpleName() + ")";
  }
}
