package dev.apiauth.sidecar.explain;

import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.outcome.Refusal;
import java.util.List;

/**
 * What would become of a request.
 *
 * @param steps every step of enforcement in its order, also those that were not reached
 * @param decision how it ends
 * @param remarks what the explanation took for granted, each as a sentence without its full stop
 */
public record Explanation(List<Step> steps, Decision decision, List<String> remarks) {

  /** Lists are copied. */
  public Explanation {
    steps = List.copyOf(steps);
    remarks = List.copyOf(remarks);
  }

  /**
   * One step.
   *
   * @param name what it is about, in one word
   * @param verdict how it ended
   * @param why what it found, in a sentence without its full stop; holds no secret
   */
  public record Step(String name, Verdict verdict, String why) {}

  /** How a step ended. */
  public enum Verdict {
    PASSED,
    REFUSED,
    /** Somebody would be asked who was not. */
    UNKNOWN,
    NOT_REACHED
  }

  /** How a request ends. */
  public sealed interface Decision {

    /**
     * It would be forwarded.
     *
     * @param identity what the product would get
     */
    record Allowed(UpstreamIdentity identity) implements Decision {}

    /** It would be refused. */
    record Refused(Refusal refusal) implements Decision {}

    /**
     * It cannot be told from here.
     *
     * @param why who would have to be asked, in a sentence without its full stop
     */
    record Unknown(String why) implements Decision {}
  }
}
