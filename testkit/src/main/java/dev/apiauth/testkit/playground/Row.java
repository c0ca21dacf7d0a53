package dev.apiauth.testkit.playground;

import java.util.List;

/**
 * A call that was made, and what came of it.
 *
 * @param attempt the call
 * @param status of the answer
 * @param actedAs as whom the product carried out what reached it
 * @param body of the answer
 */
public record Row(Attempt attempt, int status, List<String> actedAs, String body)
    implements Judged {

  @Override
  public boolean asExpected() {
    return new Expected(status, actedAs).equals(attempt.expected());
  }

  /** What the product has to say about it, in words. */
  public String product() {
    return actedAs.isEmpty() ? "saw nothing" : "acted as " + String.join(", ", actedAs);
  }
}
