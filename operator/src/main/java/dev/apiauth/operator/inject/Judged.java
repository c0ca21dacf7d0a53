package dev.apiauth.operator.inject;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a look at a pod found: a value, or why the pod cannot be injected. */
sealed interface Judged<T> {

  record Found<T>(T value) implements Judged<T> {}

  /**
   * It cannot be.
   *
   * @param reasons sentences, each with what to change
   */
  record Obstructed<T>(List<String> reasons) implements Judged<T> {}

  static <T> Judged<T> obstructed(String reason) {
    return new Obstructed<>(List.of(reason));
  }

  /** Looks on from what was found. */
  default <U> Judged<U> then(Function<? super T, Judged<U>> look) {
    return switch (this) {
      case Found<T>(T value) -> look.apply(value);
      case Obstructed<T>(List<String> reasons) -> new Obstructed<>(reasons);
    };
  }

  /** The same, if no reason speaks against it that was found elsewhere. */
  default Judged<T> unless(List<String> others) {
    if (others.isEmpty()) return this;
    return switch (this) {
      case Found<T> _ -> new Obstructed<>(others);
      case Obstructed<T>(List<String> reasons) ->
          new Obstructed<>(Stream.concat(others.stream(), reasons.stream()).toList());
    };
  }
}
