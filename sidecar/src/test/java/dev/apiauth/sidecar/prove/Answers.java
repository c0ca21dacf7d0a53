package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.outcome.Outcome;

/** What a step answered, in one word: {@code pass}, or the code of the reason. */
public final class Answers {

  private Answers() {}

  public static String of(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Pass<?> pass -> "pass";
      case Outcome.Refused<?> refused -> refused.refusal().reason().code();
    };
  }

  public static String finding(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Pass<?> pass -> "";
      case Outcome.Refused<?> refused -> refused.refusal().finding();
    };
  }
}
