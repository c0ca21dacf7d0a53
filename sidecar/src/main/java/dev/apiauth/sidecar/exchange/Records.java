package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.decide.ApiToken;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.audit.AuditLog;
import dev.apiauth.sidecar.forward.Delivery;
import dev.apiauth.sidecar.metrics.DecisionSample;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.pipeline.Trail;
import dev.apiauth.sidecar.usage.Sighting;
import dev.apiauth.sidecar.usage.UsageLedger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes down what became of requests: an audit line and a count for each, and what was refused or
 * came with a password in the usage report.
 */
public final class Records {

  private final AuditLog audit;
  private final Metrics metrics;
  private final UsageLedger usage;
  private final InstantSource clock;

  /** Records there. */
  public Records(AuditLog audit, Metrics metrics, UsageLedger usage, InstantSource clock) {
    this.audit = audit;
    this.metrics = metrics;
    this.usage = usage;
    this.clock = clock;
  }

  /** The decision is known. */
  void decided(Trail trail, AuditLine.Decision decision, Optional<Reason> reason, Duration took) {
    if (trail.principal().orElse(null) instanceof Principal.TokenBearer(ApiToken token))
      metrics.apiTokenUsed(token.id(), clock.instant());
    metrics.decided(
        new DecisionSample(
            decision.verdict(), reason, trail.target().map(Target::pathClass), took));
    boolean password = UsageFacts.isPassword(trail, reason);
    if (reason.isEmpty() && !password) return;
    Sighting what = UsageFacts.of(trail, decision);
    if (reason.isPresent()) usage.refused(what);
    if (!password) return;
    usage.passwordSent(what);
    metrics.passwordSent(decision.verdict(), what.credential());
  }

  /** The product has answered, or given none that could be passed on. */
  void delivered(Outcome<Delivery> outcome, Duration took) {
    switch (outcome) {
      case Outcome.Pass<Delivery>(Delivery delivery) ->
          metrics.productAnswered(delivery.productStatus(), took);
      case Outcome.Refused<Delivery>(Refusal refusal) -> {
        metrics.productFailed(refusal.reason());
        if (refusal.reason() == Reason.ACTED_AS_OTHER) metrics.actedAsOther();
      }
    }
  }

  /** The caller has its answer. */
  void ended(Trail trail, AuditLine.Decision decision, AuditLine.Effect effect) {
    RequestHead head = trail.head();
    audit.record(
        new AuditLine(
            clock.instant(),
            head.id(),
            new AuditLine.Request(
                head.method(),
                trail.target().map(Target::pathClass),
                trail.target().map(target -> target.path().encoded()).orElse("")),
            PresentedFacts.of(trail),
            CallerFacts.of(trail),
            decision,
            effect,
            trail.policy().hash().shortened()));
  }

  /** A message was refused before it became a request: no method, no path, no policy. */
  void refusedAtTheDoor(String requestId, InetAddress peer, Refusal refusal) {
    AuditLine.Decision denied = AuditLine.Decision.denied(refusal);
    metrics.decided(
        new DecisionSample(
            denied.verdict(), Optional.of(refusal.reason()), Optional.empty(), Duration.ZERO));
    audit.record(
        new AuditLine(
            clock.instant(),
            requestId,
            new AuditLine.Request("", Optional.empty(), ""),
            AuditLine.Presented.NOTHING,
            AuditLine.Caller.unknown(peer.getHostAddress()),
            denied,
            new AuditLine.Effect(
                refusal.reason().status().code(), OptionalInt.empty(), "", Duration.ZERO),
            ""));
  }
}
