package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.util.Arrays;
import java.util.stream.Stream;

/** The list in {@code X-Forwarded-For}: each proxy adds its peer's address at the right end. */
final class ForwardedFor {

  private static final String NAME = "X-Forwarded-For";

  private ForwardedFor() {}

  /**
   * The elements from the right, without white space around them. Several field lines are one list
   * (RFC 9110, section 5.3). An empty element is an element.
   */
  static Stream<String> from(HeaderFields headers) {
    return headers.all(NAME).reversed().stream()
        .flatMap(line -> Arrays.asList(line.split(",", -1)).reversed().stream())
        .map(String::strip);
  }

  static <T> Outcome<T> malformed(String problem) {
    return Refusal.of(Reason.CLIENT_ADDRESS_MALFORMED).finding(NAME + ": " + problem).asOutcome();
  }
}
