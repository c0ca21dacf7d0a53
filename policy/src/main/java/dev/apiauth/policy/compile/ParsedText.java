package dev.apiauth.policy.compile;

import dev.apiauth.policy.request.Parsed;

/** Texts of a published policy, which have passed their checks before. */
final class ParsedText {

  private ParsedText() {}

  /**
   * What a text stands for.
   *
   * @throws IllegalArgumentException if it stands for nothing, which makes the policy unusable
   */
  static <T> T value(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Value<T>(T value) -> value;
      case Parsed.Malformed<T>(String why) -> throw new IllegalArgumentException(why);
    };
  }
}
