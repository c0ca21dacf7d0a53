package dev.apiauth.sidecar.explain;

import dev.apiauth.policy.decide.Asserted;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.explain.Explanation.Decision;
import dev.apiauth.sidecar.explain.Explanation.Step;
import dev.apiauth.sidecar.explain.Explanation.Verdict;
import dev.apiauth.sidecar.pipeline.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads off a trail how far a request came. The order is the pipeline's: what was not reached by
 * the end is what refused, and everything behind it was not looked at.
 */
final class StepByStep {

  private static final Set<Reason> NOT_ANSWERED =
      Set.of(Reason.PRODUCT_UNREACHABLE, Reason.PROVIDER_SILENT, Reason.GROUPS_SILENT);

  private final Trail trail;
  private final Outcome<Asserted> outcome;
  private final List<String> remarks;
  private final List<Step> steps = new ArrayList<>();

  /**
   * Of a request that was decided.
   *
   * @param remarks what is to be said about who was not asked
   */
  StepByStep(Trail trail, Outcome<Asserted> outcome, List<String> remarks) {
    this.trail = trail;
    this.outcome = outcome;
    this.remarks = List.copyOf(remarks);
  }

  Explanation explanation() {
    step("message", trail.isAdmitted() ? Optional.of("one meaning") : Optional.empty());
    step("path", trail.target().map(Narrative::path));
    step("credential", trail.presented().map(Narrative::credential));
    step("address", trail.client().map(Narrative::address));
    step("verifier", trail.route().map(Narrative::route));
    step("caller", trail.principal().map(Narrative::caller));
    step("access", trail.permitted().map(permitted -> "allowed"));
    step("identity", identity());
    return new Explanation(steps, decision(), remarks);
  }

  private Optional<String> identity() {
    return outcome instanceof Outcome.Pass<Asserted>(Asserted asserted)
        ? Optional.of(Narrative.identity(asserted.identity()))
        : Optional.empty();
  }

  private void step(String name, Optional<String> reached) {
    boolean earlierEnd = !steps.isEmpty() && steps.getLast().verdict() != Verdict.PASSED;
    if (earlierEnd) steps.add(new Step(name, Verdict.NOT_REACHED, ""));
    else
      steps.add(
          reached.map(what -> new Step(name, Verdict.PASSED, what)).orElseGet(() -> end(name)));
  }

  private Step end(String name) {
    return switch (decision()) {
      case Decision.Refused(Refusal refusal) -> new Step(name, Verdict.REFUSED, said(refusal));
      case Decision.Unknown(String why) -> new Step(name, Verdict.UNKNOWN, why);
      case Decision.Allowed allowed ->
          throw new IllegalStateException("allowed, but not through " + name);
    };
  }

  private Decision decision() {
    return switch (outcome) {
      case Outcome.Pass<Asserted>(Asserted asserted) -> new Decision.Allowed(asserted.identity());
      case Outcome.Refused<Asserted>(Refusal refusal)
          when NOT_ANSWERED.contains(refusal.reason()) ->
          new Decision.Unknown(unknown(refusal));
      case Outcome.Refused<Asserted>(Refusal refusal) -> new Decision.Refused(refusal);
    };
  }

  private String unknown(Refusal refusal) {
    boolean product = refusal.reason() != Reason.PROVIDER_SILENT && !remarks.isEmpty();
    return product ? remarks.getLast() : said(refusal);
  }

  private static String said(Refusal refusal) {
    String sentence = refusal.sentence().replaceAll("\\.$", "");
    String finding = refusal.finding().isEmpty() ? "" : " (%s)".formatted(refusal.finding());
    return "%s: %s%s".formatted(refusal.reason().code(), sentence, finding);
  }
}
