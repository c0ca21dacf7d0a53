package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.decide.Asserted;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.sidecar.answer.HttpAnswer;
import dev.apiauth.sidecar.answer.RefusedRequest;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.forward.Delivery;
import dev.apiauth.sidecar.forward.InspectedBody;
import dev.apiauth.sidecar.forward.Outbound;
import dev.apiauth.sidecar.pipeline.Trail;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request, from its head to its audit line.
 *
 * <p>Ends in one of these ways, each with one audit line: forwarded and delivered; refused;
 * forwarded, but the product gave no answer that could be passed on, so refused after all; refused
 * in the record only, and forwarded as it came (Shadow).
 */
final class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpServerRequest request;
  private final EnforcedPolicy active;
  private final Stations stations;
  private final Trail trail;
  private final InspectedBody body;
  private final long began = System.nanoTime();

  Exchange(HttpServerRequest request, RequestHead head, EnforcedPolicy active, Stations stations) {
    this.request = request;
    this.active = active;
    this.stations = stations;
    this.trail = new Trail(head, active.policy(), active.tokens());
    this.body = new InspectedBody(request);
  }

  /**
   * Decides and acts. To be called on the request's event loop, where everything that follows
   * happens too.
   */
  void run() {
    Context context = Vertx.currentContext();
    if (active.policy().mode() == Mode.Disabled) {
      act(
          stations.pipeline().admit(trail),
          admitted -> forward(Passage.asItCame(trail), AuditLine.Decision.allowed()));
      return;
    }
    stations
        .pipeline()
        .decide(trail, body)
        .onComplete(
            decided -> {
              if (context.equals(Vertx.currentContext())) act(decided.result(), this::allow);
              else context.runOnContext(back -> act(decided.result(), this::allow));
            });
  }

  private <T> void act(Outcome<T> outcome, Consumer<T> allow) {
    try {
      switch (outcome) {
        case Outcome.Pass<T>(T value) -> allow.accept(value);
        case Outcome.Refused<T>(Refusal refusal) -> refuse(refusal);
      }
    } catch (RuntimeException defect) {
      failed(defect);
    }
  }

  private void allow(Asserted asserted) {
    forward(
        Outbound.allowed(asserted, active.policy()),
        AuditLine.Decision.allowed(CallerFacts.exception(asserted.permitted().principal())));
  }

  private void refuse(Refusal refusal) {
    boolean recordOnly = active.policy().mode() == Mode.Shadow && trail.isAdmitted();
    if (recordOnly)
      forward(
          Passage.withoutToken(trail),
          AuditLine.Decision.wouldBeDenied(refusal),
          Optional.of(refusal.reason()));
    else {
      AuditLine.Decision denied = AuditLine.Decision.denied(refusal);
      stations.records().decided(trail, denied, Optional.of(refusal.reason()), elapsed());
      answer(refusal, denied, OptionalInt.empty());
    }
  }

  private void forward(Outbound outbound, AuditLine.Decision decision) {
    forward(outbound, decision, Optional.empty());
  }

  private void forward(Outbound outbound, AuditLine.Decision decision, Optional<Reason> reason) {
    stations.records().decided(trail, decision, reason, elapsed());
    stations
        .forwarder()
        .forward(request, outbound, body.buffer())
        .onSuccess(outcome -> delivered(outcome, decision))
        .onFailure(this::failed);
  }

  private void delivered(Outcome<Delivery> outcome, AuditLine.Decision decision) {
    stations.records().delivered(outcome, elapsed());
    switch (outcome) {
      case Outcome.Pass<Delivery>(Delivery delivery) -> {
        if (delivery.status() != SWITCHING_PROTOCOLS) stations.answers().settle(request);
        stations.records().ended(trail, decision, effect(delivery));
      }
      case Outcome.Refused<Delivery>(Refusal refusal) ->
          answer(refusal, AuditLine.Decision.denied(refusal), OptionalInt.empty());
    }
  }

  private AuditLine.Effect effect(Delivery delivery) {
    return new AuditLine.Effect(
        delivery.status(),
        OptionalInt.of(delivery.productStatus()),
        delivery.actedAs().orElse(""),
        elapsed());
  }

  private void answer(Refusal refusal, AuditLine.Decision decision, OptionalInt productStatus) {
    HttpAnswer answer = active.answers().answer(refusal, refused().needing(trail.neededScopes()));
    stations
        .answers()
        .write(answer, request)
        .onComplete(
            written ->
                stations
                    .records()
                    .ended(
                        trail,
                        decision,
                        new AuditLine.Effect(
                            written.succeeded() ? answer.status() : 0,
                            productStatus,
                            "",
                            elapsed())));
  }

  private RefusedRequest refused() {
    return trail.target().map(RefusedRequest::of).orElseGet(() -> RefusedRequest.of(trail.head()));
  }

  private void failed(Throwable defect) {
    LOG.error("request {} ended in a defect, its connection is closed", trail.head().id(), defect);
    request.connection().close();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
