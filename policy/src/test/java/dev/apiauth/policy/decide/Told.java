package dev.apiauth.policy.decide;

import dev.apiauth.policy.outcome.Outcome;

/** What was decided, in one word for a table: {@code pass}, or the code of the reason. */
final class Told {

  private Told() {}

  static String of(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Pass<?> pass -> "pass";
      case Outcome.Refused<?> refused -> refused.refusal().reason().code();
    };
  }
}
