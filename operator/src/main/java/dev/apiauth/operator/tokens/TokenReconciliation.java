package dev.apiauth.operator.tokens;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.operator.gather.TokenReader;
import dev.apiauth.operator.gather.UncheckedApiToken;
import dev.apiauth.operator.reconcile.EventWriter;
import dev.apiauth.operator.tokens.decide.Lifespan;
import dev.apiauth.operator.tokens.decide.TokenDecider;
import dev.apiauth.operator.tokens.decide.TokenDecision;
import dev.apiauth.operator.tokens.decide.TokenEvents;
import dev.apiauth.operator.tokens.decide.TokenFacts;
import dev.apiauth.operator.tokens.decide.TokenReason;
import dev.apiauth.operator.tokens.decide.TokenStatusReport;
import dev.apiauth.operator.tokens.decide.TokenVerdict;
import dev.apiauth.policy.check.CheckedApiToken;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.resolve.TokenRequest;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The order of a look at a token: gather, decide, act, report. Nothing else knows it. */
final class TokenReconciliation {

  private static final Logger LOG = LoggerFactory.getLogger(TokenReconciliation.class);
  private static final Duration RARELY = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final TokenGatherer gatherer;
  private final TokenReader reader;
  private final ValueIssuer issuer;
  private final KubernetesClient client;
  private final EventWriter events;

  /** A cache may lack a status that was patched a moment ago; its events must not be told twice. */
  private final Map<String, AtlassianApiTokenStatus> told = new ConcurrentHashMap<>();

  TokenReconciliation(
      TokenGatherer gatherer,
      TokenReader reader,
      ValueIssuer issuer,
      KubernetesClient client,
      EventWriter events) {
    this.gatherer = gatherer;
    this.reader = reader;
    this.issuer = issuer;
    this.client = client;
    this.events = events;
  }

  /** Brings one token a step further. Blocks while it writes. */
  TokenOutcome run(UncheckedApiToken token) {
    return switch (reader.read(token)) {
      case CheckedApiToken.Refused(List<Problem> problems) -> unreadable(token, problems);
      case CheckedApiToken.Accepted(var spec) ->
          Issuance.of(token, spec)
              .map(issuance -> decide(token, gatherer.gather(token, issuance)))
              .orElseGet(() -> unreadable(token, List.of(TokenRequest.NO_SUCH_MOMENT)));
    };
  }

  private TokenOutcome unreadable(UncheckedApiToken token, List<Problem> problems) {
    String message =
        problems.stream().map(problem -> problem + ".").collect(Collectors.joining(" "));
    AtlassianApiTokenStatus status =
        TokenStatusReport.unreadable(
            token.getMetadata().getGeneration(),
            UncheckedApiToken.statusOf(token),
            message,
            gatherer.now());
    return new TokenOutcome(report(token, status), RARELY);
  }

  private TokenOutcome decide(UncheckedApiToken token, TokenFacts facts) {
    return switch (TokenDecider.decide(facts)) {
      case TokenDecision.Remove() -> remove(token);
      case TokenDecision.Leave(TokenVerdict verdict) -> told(token, facts, verdict);
      case TokenDecision.Issue() -> issue(token, facts);
    };
  }

  private TokenOutcome remove(UncheckedApiToken token) {
    client.resource(token).lockResourceVersion().delete();
    told.remove(token.getMetadata().getUid());
    LOG.info(
        "AtlassianApiToken {}/{} is deleted: it ended long ago",
        token.getMetadata().getNamespace(),
        token.getMetadata().getName());
    return new TokenOutcome(Optional.empty(), RARELY);
  }

  private TokenOutcome issue(UncheckedApiToken token, TokenFacts facts) {
    return issuer
        .issue(facts.issuance())
        .map(value -> facts.with(TokenStatusReport.recorded(facts, value)))
        .map(issued -> told(token, issued, TokenStatusReport.issued(issued)))
        .orElseGet(() -> told(token, facts, conflict(facts)));
  }

  private static TokenVerdict conflict(TokenFacts facts) {
    return TokenVerdict.no(
        TokenReason.SecretConflict,
        ("Secret %s is there already and is not this token's. Delete it, or say another name in"
                + " spec.secretName.")
            .formatted(TokenSecret.name(facts.issuance())));
  }

  private TokenOutcome told(UncheckedApiToken token, TokenFacts facts, TokenVerdict verdict) {
    return new TokenOutcome(
        report(token, TokenStatusReport.of(facts, verdict)), lookAgain(facts, verdict));
  }

  /** No event tells that a labelled Secret has made room. */
  private static Duration lookAgain(TokenFacts facts, TokenVerdict verdict) {
    Duration next = Lifespan.of(facts.issuance()).nextLook(facts.now());
    boolean waits = verdict.reason() == TokenReason.TooManyTokens;
    return waits && next.compareTo(SOON) > 0 ? SOON : next;
  }

  /** Empty if the status is the one that is there. */
  private Optional<AtlassianApiTokenStatus> report(
      UncheckedApiToken token, AtlassianApiTokenStatus status) {
    AtlassianApiTokenStatus cached = UncheckedApiToken.statusOf(token);
    if (status.equals(cached)) return Optional.empty();
    AtlassianApiTokenStatus before =
        Optional.ofNullable(told.put(token.getMetadata().getUid(), status)).orElse(cached);
    events.write(token, TokenEvents.between(before, status));
    return Optional.of(status);
  }
}
