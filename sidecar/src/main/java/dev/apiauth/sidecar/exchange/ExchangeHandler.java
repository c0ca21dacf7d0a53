package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.sidecar.answer.HttpAnswer;
import dev.apiauth.sidecar.answer.RefusalAnswers;
import dev.apiauth.sidecar.answer.RefusedRequest;
import dev.apiauth.sidecar.listen.RequestHandler;
import dev.apiauth.sidecar.listen.RequestHeads;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes over the requests of one event loop: each becomes an {@link Exchange} under the policy that
 * is in force when it comes.
 */
public final class ExchangeHandler implements RequestHandler {

  private final RequestHeads heads;
  private final Supplier<Optional<EnforcedPolicy>> policies;
  private final Stations stations;

  /**
   * Handles with those.
   *
   * @param heads reads request heads
   * @param policies the policy in force; empty while none is, and then everything is refused
   * @param stations what a request passes on this event loop
   */
  public ExchangeHandler(
      RequestHeads heads, Supplier<Optional<EnforcedPolicy>> policies, Stations stations) {
    this.heads = heads;
    this.policies = policies;
    this.stations = stations;
  }

  @Override
  public void handle(HttpServerRequest request) {
    RequestHead head = heads.of(request);
    policies
        .get()
        .ifPresentOrElse(
            active -> new Exchange(request, head, active, stations).run(),
            () -> refuseWithoutPolicy(request, head));
  }

  private void refuseWithoutPolicy(HttpServerRequest request, RequestHead head) {
    HttpAnswer answer =
        RefusalAnswers.withoutPolicy()
            .answer(Refusal.of(Reason.POLICY_MISSING), RefusedRequest.of(head));
    stations.answers().write(answer, request);
  }
}
