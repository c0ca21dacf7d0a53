package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.forward.Delivery.Completeness;
import dev.apiauth.sidecar.identity.ActedAs;
import dev.apiauth.sidecar.identity.Bindings;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.util.Optional;

/**
 * A WebSocket: decided like every request, then a tunnel (RFC 6455, section 4). The product's
 * answer decides whether it becomes one.
 */
final class Upgrade {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final Upstream upstream;
  private final Bindings bindings;

  Upgrade(Upstream upstream, Bindings bindings) {
    this.upstream = upstream;
    this.bindings = bindings;
  }

  Future<Outcome<Delivery>> forward(HttpServerRequest request, Outbound outbound) {
    return upstream
        .request(HttpMethod.GET, outbound.uri(), outbound.policy().upstream().port())
        .compose(sending -> shakeHands(request, sending, outbound))
        .recover(failure -> Future.succeededFuture(Upstream.refusal(failure).asOutcome()));
  }

  private Future<Outcome<Delivery>> shakeHands(
      HttpServerRequest request, HttpClientRequest sending, Outbound outbound) {
    RequestFields.fill(sending.headers(), outbound);
    sending.putHeader("Connection", "Upgrade").putHeader("Upgrade", "websocket");
    return sending
        .connect()
        .compose(
            received ->
                switch (ActedAsAlarm.check(received, outbound, bindings)) {
                  case Outcome.Refused<Optional<ActedAs>>(Refusal alarm) -> {
                    sending.reset();
                    yield Future.succeededFuture(alarm.<Delivery>asOutcome());
                  }
                  case Outcome.Pass<Optional<ActedAs>>(Optional<ActedAs> actedAs) ->
                      received.statusCode() == SWITCHING_PROTOCOLS
                          ? tunnel(request, received, outbound, actedAs)
                          : declined(request, received, outbound, actedAs);
                });
  }

  private static Future<Outcome<Delivery>> tunnel(
      HttpServerRequest request,
      HttpClientResponse received,
      Outbound outbound,
      Optional<ActedAs> actedAs) {
    HttpServerResponse to = request.response().setStatusCode(SWITCHING_PROTOCOLS);
    AnswerFields.fill(to.headers(), received.headers(), outbound);
    to.putHeader("Connection", "Upgrade").putHeader("Upgrade", "websocket");
    NetSocket product = received.netSocket();
    product.pause();
    return request
        .toNetSocket()
        .compose(
            client -> {
              Future<Void> down = product.pipeTo(client);
              Future<Void> up = client.pipeTo(product);
              return Future.join(down, up)
                  .transform(
                      done -> {
                        client.close();
                        product.close();
                        return Future.succeededFuture(
                            Outcome.pass(
                                delivery(SWITCHING_PROTOCOLS, actedAs, Completeness.WHOLE)));
                      });
            });
  }

  private static Future<Outcome<Delivery>> declined(
      HttpServerRequest request,
      HttpClientResponse received,
      Outbound outbound,
      Optional<ActedAs> actedAs) {
    HttpServerResponse to = request.response().setStatusCode(received.statusCode());
    AnswerFields.fill(to.headers(), received.headers(), outbound);
    request.resume();
    return AnswerBody.send(received, request, to)
        .map(completeness -> Outcome.pass(delivery(received.statusCode(), actedAs, completeness)));
  }

  private static Delivery delivery(
      int status, Optional<ActedAs> actedAs, Completeness completeness) {
    return new Delivery(status, status, actedAs.map(ActedAs::value), completeness);
  }
}
