package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;

/** What a step answered, in one word for a table: {@code pass}, or the code of the reason. */
final class Answers {

  private Answers() {}

  static String of(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Pass<?> pass -> "pass";
      case Outcome.Refused<?> refused -> refused.refusal().reason().code();
    };
  }

  static String finding(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Pass<?> pass -> "";
      case Outcome.Refused<?> refused -> refused.refusal().finding();
    };
  }
}
