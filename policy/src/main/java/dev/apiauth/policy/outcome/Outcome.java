package dev.apiauth.policy.outcome;

import java.util.function.Function;

/**
 * What a step answers: the value of the next phase, or why the request ends here.
 *
 * <p>There is no third answer. A step that cannot find out (a time-out, a provider that is down)
 * refuses.
 *
 * @param <T> the value of the next phase
 */
public sealed interface Outcome<T> {

  /** The step passed; {@code value} is what the next one works on. */
  record Pass<T>(T value) implements Outcome<T> {}

  /** The request ends here. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** The step passed with {@code value}. */
  static <T> Outcome<T> pass(T value) {
    return new Pass<>(value);
  }

  /**
   * The request ends here for {@code reason}; {@code details} fill the places in the reason's
   * sentence.
   */
  static <T> Outcome<T> refuse(Reason reason, Object... details) {
    return new Refused<>(Refusal.of(reason, details));
  }

  /** Runs the next step on what passed; a refusal goes through untouched. */
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> step) {
    return switch (this) {
      case Pass<T>(T value) -> step.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /** Turns what passed into something else; a refusal goes through untouched. */
  default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
    return then(value -> pass(change.apply(value)));
  }
}
