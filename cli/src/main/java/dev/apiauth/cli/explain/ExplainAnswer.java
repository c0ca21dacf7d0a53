package dev.apiauth.cli.explain;

import dev.apiauth.cli.ExitCode;
import dev.apiauth.cli.input.ReadResource;
import dev.apiauth.cli.render.Answer;
import dev.apiauth.cli.render.Table;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.sidecar.explain.Explanation;
import dev.apiauth.sidecar.explain.Explanation.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The explanation of one request under one policy. */
record ExplainAnswer(
    RequestLine request, String from, ReadResource.Usable policy, Explanation explanation)
    implements Answer {

  int exit() {
    return switch (explanation.decision()) {
      case Decision.Allowed allowed -> ExitCode.FINE;
      case Decision.Refused refused -> ExitCode.FINDINGS;
      case Decision.Unknown unknown -> ExitCode.NOT_ANSWERED;
    };
  }

  @Override
  public String text() {
    var table = Table.of("STEP", "VERDICT", "WHY");
    explanation.steps().forEach(step -> table.row(step.name(), word(step.verdict()), step.why()));
    return "%s %s from %s%n%n%s%n%s%n%s"
        .formatted(request.method(), request.path(), from, table.text(), conclusion(), remarks());
  }

  @Override
  public Object data() {
    return new Data(
        new Request(request.method(), request.path(), from),
        new Policy(
            policy.resource().namespace(),
            policy.resource().name(),
            policy.resource().spec().mode().name(),
            policy.policy().hash().shortened()),
        explanation.steps().stream()
            .map(step -> new Step(step.name(), word(step.verdict()), step.why()))
            .toList(),
        decided(),
        explanation.remarks());
  }

  private String remarks() {
    return explanation.remarks().stream()
        .filter(remark -> !conclusion().contains(remark))
        .map("Note: %s.%n"::formatted)
        .collect(Collectors.joining());
  }

  private String conclusion() {
    Mode mode = policy.resource().spec().mode();
    return switch (mode) {
      case Enforce -> enforced();
      case Shadow -> "Shadow forwards it all the same, and records: " + enforced();
      case Disabled -> "Disabled forwards everything; enforced, it would be: " + enforced();
    };
  }

  private String enforced() {
    return switch (explanation.decision()) {
      case Decision.Allowed(UpstreamIdentity identity) ->
          "Allowed."
              + entry(identity).map(" It runs with the token of Secret %s."::formatted).orElse("");
      case Decision.Refused(Refusal refusal) ->
          "Refused: %d %s, the %s must act."
              .formatted(
                  refusal.reason().status().code(),
                  refusal.reason().code(),
                  refusal.reason().acts().name().toLowerCase(Locale.ROOT));
      case Decision.Unknown(String why) -> "Not known from here: %s.".formatted(why);
    };
  }

  private DecisionData decided() {
    return switch (explanation.decision()) {
      case Decision.Allowed(UpstreamIdentity identity) -> allowed(identity);
      case Decision.Refused(Refusal refusal) -> refused(refusal);
      case Decision.Unknown(String why) ->
          new DecisionData("unknown", null, null, null, why, null, null);
    };
  }

  private DecisionData allowed(UpstreamIdentity identity) {
    String user =
        identity instanceof UpstreamIdentity.BoundToken(String token, String name) ? name : null;
    return new DecisionData("allowed", null, null, null, null, user, entry(identity).orElse(null));
  }

  private static DecisionData refused(Refusal refusal) {
    return new DecisionData(
        "refused",
        refusal.reason().status().code(),
        refusal.reason().code(),
        refusal.reason().acts().name().toLowerCase(Locale.ROOT),
        refusal.sentence(),
        null,
        null);
  }

  /** The Secret that the product's token comes from. */
  private Optional<String> entry(UpstreamIdentity identity) {
    return identity instanceof UpstreamIdentity.BoundToken(String token, String name)
        ? policy.set().vault().entries().stream()
            .filter(entry -> entry.username().equalsIgnoreCase(name))
            .map(VaultEntry::secret)
            .findFirst()
        : Optional.empty();
  }

  private static String word(Explanation.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The answer for programs. */
  record Data(
      Request request,
      Policy policy,
      List<Step> steps,
      DecisionData decision,
      List<String> remarks) {}

  /** The request that was asked about. */
  record Request(String method, String path, String from) {}

  /** The policy that it was asked about. */
  record Policy(String namespace, String name, String mode, String hash) {}

  /** One step. */
  record Step(String step, String verdict, String why) {}

  /**
   * How it ends.
   *
   * @param actsAs whom the product would act as by a token on file
   * @param vaultSecret the Secret that this token comes from
   */
  record DecisionData(
      String verdict,
      @Nullable Integer status,
      @Nullable String reason,
      @Nullable String acts,
      @Nullable String sentence,
      @Nullable String actsAs,
      @Nullable String vaultSecret) {}
}
