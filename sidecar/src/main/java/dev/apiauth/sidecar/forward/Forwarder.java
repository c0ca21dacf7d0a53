package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.identity.ActedAs;
import dev.apiauth.sidecar.identity.Bindings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * Sends what was allowed to the product, and its answer to the client. Bodies stream both ways; a
 * request is sent once and never again.
 *
 * <p>Ends in one of these ways: the whole answer delivered; an answer cut off, with the client's
 * connection closed; nothing written yet and a refusal, which the caller answers.
 */
public final class Forwarder {

  private final Vertx vertx;
  private final Upstream upstream;
  private final Bindings bindings;

  /**
   * Forwards over those connections.
   *
   * @param vertx of the event loop whose requests these are
   * @param bindings told when the product has acted as somebody else
   */
  public Forwarder(Vertx vertx, Upstream upstream, Bindings bindings) {
    this.vertx = vertx;
    this.upstream = upstream;
    this.bindings = bindings;
  }

  /**
   * Forwards a request.
   *
   * @param request paused, nothing of its body read but what {@code form} holds
   * @param form the body, where it was read to find a credential in it
   * @return completes when the answer has been delivered, or with a refusal if nothing has been
   *     written to the client
   */
  public Future<Outcome<Delivery>> forward(
      HttpServerRequest request, Outbound outbound, Optional<Buffer> form) {
    if (outbound.head().isWebSocketHandshake())
      return new Upgrade(upstream, bindings).forward(request, outbound);
    return upstream
        .request(request.method(), outbound.uri(), outbound.policy().upstream().port())
        .compose(sending -> exchange(request, sending, outbound, form))
        .recover(failure -> Future.succeededFuture(Upstream.refusal(failure).asOutcome()));
  }

  private Future<Outcome<Delivery>> exchange(
      HttpServerRequest request,
      HttpClientRequest sending,
      Outbound outbound,
      Optional<Buffer> form) {
    RequestFields.fill(sending.headers(), outbound);
    var patience = new Patience(vertx, sending, upstream.limits().answerWithin());
    request.response().exceptionHandler(gone -> sending.reset());
    request.response().closeHandler(gone -> sending.reset());
    Future<HttpClientResponse> answer = sending.response();
    sendBody(request, sending, form, patience);
    return answer
        .compose(
            received -> {
              patience.ends();
              return deliver(received, request, outbound)
                  .onComplete(delivered -> endEarly(request, sending));
            })
        .recover(failure -> Future.succeededFuture(patience.explain(failure).asOutcome()));
  }

  /** The product has answered before it had the whole request: it gets no more of it. */
  private static void endEarly(HttpServerRequest request, HttpClientRequest sending) {
    if (!request.isEnded()) sending.reset();
  }

  private static void sendBody(
      HttpServerRequest request,
      HttpClientRequest sending,
      Optional<Buffer> form,
      Patience patience) {
    if (form.isPresent()) {
      sending.end(form.get()).onComplete(sent -> patience.begins());
      return;
    }
    if (!RequestFraming.apply(request, sending)) {
      request.resume();
      sending.end().onComplete(sent -> patience.begins());
      return;
    }
    if (request.headers().contains("Expect")) request.response().writeContinue();
    request
        .pipe()
        .endOnFailure(false)
        .to(sending)
        .onComplete(
            sent -> {
              if (sent.succeeded()) patience.begins();
              else sending.reset();
            });
  }

  private Future<Outcome<Delivery>> deliver(
      HttpClientResponse received, HttpServerRequest request, Outbound outbound) {
    Outcome<Optional<ActedAs>> checked =
        AnswerFraming.check(received)
            .then(framed -> ActedAsAlarm.check(framed, outbound, bindings));
    return switch (checked) {
      case Outcome.Refused<Optional<ActedAs>>(Refusal because) -> {
        received.exceptionHandler(cut -> {}); // by us: nothing to log as an error
        received.request().reset();
        yield Future.succeededFuture(because.asOutcome());
      }
      case Outcome.Pass<Optional<ActedAs>>(Optional<ActedAs> actedAs) ->
          write(received, request, outbound, actedAs.map(ActedAs::value));
    };
  }

  private static Future<Outcome<Delivery>> write(
      HttpClientResponse received,
      HttpServerRequest request,
      Outbound outbound,
      Optional<String> actedAs) {
    HttpServerResponse to = request.response();
    int status = received.statusCode();
    to.setStatusCode(status);
    // The usual words are encoded already.
    if (!received.statusMessage().equals(to.getStatusMessage()))
      to.setStatusMessage(received.statusMessage());
    AnswerFields.fill(to.headers(), received.headers(), outbound);
    return AnswerBody.send(received, request, to)
        .map(completeness -> Outcome.pass(new Delivery(status, status, actedAs, completeness)));
  }
}
