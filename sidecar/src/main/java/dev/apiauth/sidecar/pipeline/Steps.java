package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.Future;
import java.util.function.Function;

/** Chains steps that may have to wait. */
final class Steps {

  private Steps() {}

  /**
   * Runs a step that may wait on what passed; a refusal goes through untouched, without waiting.
   */
  static <T, U> Future<Outcome<U>> await(
      Outcome<T> outcome, Function<? super T, Future<Outcome<U>>> step) {
    return switch (outcome) {
      case Outcome.Pass<T>(T value) -> step.apply(value);
      case Outcome.Refused<T>(Refusal refusal) -> Future.succeededFuture(refusal.asOutcome());
    };
  }

  /** Runs a step that may wait once an earlier one has answered. */
  static <T, U> Future<Outcome<U>> await(
      Future<Outcome<T>> outcome, Function<? super T, Future<Outcome<U>>> step) {
    return outcome.compose(known -> await(known, step));
  }

  /** Runs a step that does not wait once an earlier one has answered. */
  static <T, U> Future<Outcome<U>> then(
      Future<Outcome<T>> outcome, Function<? super T, Outcome<U>> step) {
    return outcome.map(known -> known.then(step));
  }
}
