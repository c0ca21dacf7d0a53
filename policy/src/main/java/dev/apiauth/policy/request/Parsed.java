package dev.apiauth.policy.request;

/**
 * What a text in a policy or a request stands for, or a sentence that says why it stands for
 * nothing.
 *
 * @param <T> what the text stands for
 */
public sealed interface Parsed<T> {

  /** The text stands for {@code value}. */
  record Value<T>(T value) implements Parsed<T> {}

  /**
   * The text stands for nothing.
   *
   * @param problem what is wrong with it and how to write it instead, without a full stop
   */
  record Malformed<T>(String problem) implements Parsed<T> {}

  /** The text stands for {@code value}. */
  static <T> Parsed<T> value(T value) {
    return new Value<>(value);
  }

  /** The text stands for nothing. */
  static <T> Parsed<T> malformed(String problem) {
    return new Malformed<>(problem);
  }
}
