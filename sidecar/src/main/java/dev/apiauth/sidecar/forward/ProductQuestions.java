package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.sidecar.identity.Caller;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.function.Function;

/** Asks the product something of our own, in somebody's name and as the world outside would ask. */
public final class ProductQuestions {

  private final Vertx vertx;
  private final Upstream upstream;
  private final Duration patience;

  /**
   * Asks over those connections.
   *
   * @param patience how long the product may take; longer is no answer
   */
  public ProductQuestions(Vertx vertx, Upstream upstream, Duration patience) {
    this.vertx = vertx;
    this.upstream = upstream;
    this.patience = patience;
  }

  /**
   * Gets a resource.
   *
   * @param path below the context path, with its query
   * @param reading makes something of the answer's head and reads its body
   * @return completes with what was made of the answer; refuses where there is none
   */
  <T> Future<Outcome<T>> get(
      String path,
      Caller caller,
      CompiledPolicy policy,
      Function<HttpClientResponse, Future<Outcome<T>>> reading) {
    return upstream
        .request(HttpMethod.GET, policy.product().context() + path, policy.upstream().port())
        .compose(request -> ask(request, caller, policy, reading))
        .recover(failure -> Future.succeededFuture(Upstream.refusal(failure).asOutcome()));
  }

  private <T> Future<Outcome<T>> ask(
      HttpClientRequest request,
      Caller caller,
      CompiledPolicy policy,
      Function<HttpClientResponse, Future<Outcome<T>>> reading) {
    long timer = vertx.setTimer(patience.toMillis(), fired -> request.reset());
    switch (caller) {
      case Caller.Token(String token) -> request.putHeader("Authorization", "Bearer " + token);
      case Caller.Cookies(String cookies) -> request.putHeader("Cookie", cookies);
    }
    request.putHeader("Accept", "*/*");
    fromOutside(request, policy);
    return request.send().compose(reading).onComplete(done -> vertx.cancelTimer(timer));
  }

  private static void fromOutside(HttpClientRequest request, CompiledPolicy policy) {
    policy
        .upstream()
        .externalBase()
        .ifPresent(
            base -> {
              request.putHeader("Host", base.authority());
              request.putHeader("X-Forwarded-Proto", base.scheme());
              request.putHeader("X-Forwarded-Host", base.host());
              request.putHeader("X-Forwarded-Port", Integer.toString(base.port()));
            });
  }
}
