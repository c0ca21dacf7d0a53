package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.sidecar.identity.ActedAs;
import dev.apiauth.sidecar.identity.Caller;
import dev.apiauth.sidecar.identity.ProductProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks the product "who am I" over HTTP, as its profile says. */
public final class HttpProductProbe implements ProductProbe {

  private static final int LONGEST_NAME = 1024;

  private final Upstream upstream;
  private final Vertx vertx;
  private final Duration patience;

  /**
   * Asks over those connections.
   *
   * @param patience how long the product may take; longer is no answer
   */
  public HttpProductProbe(Vertx vertx, Upstream upstream, Duration patience) {
    this.vertx = vertx;
    this.upstream = upstream;
    this.patience = patience;
  }

  @Override
  public Future<Outcome<Optional<String>>> whoAmI(Caller caller, CompiledPolicy policy) {
    String uri = policy.product().context() + policy.product().profile().probe().path();
    return upstream
        .request(HttpMethod.GET, uri, policy.upstream().port())
        .compose(request -> ask(request, caller, policy))
        .recover(failure -> Future.succeededFuture(Upstream.refusal(failure).asOutcome()));
  }

  private Future<Outcome<Optional<String>>> ask(
      HttpClientRequest request, Caller caller, CompiledPolicy policy) {
    long timer = vertx.setTimer(patience.toMillis(), fired -> request.reset());
    switch (caller) {
      case Caller.Token(String token) -> request.putHeader("Authorization", "Bearer " + token);
      case Caller.Cookies(String cookies) -> request.putHeader("Cookie", cookies);
    }
    request.putHeader("Accept", "*/*");
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
    return request
        .send()
        .compose(answer -> user(answer, policy.product().profile()))
        .onComplete(done -> vertx.cancelTimer(timer));
  }

  private static Future<Outcome<Optional<String>>> user(
      HttpClientResponse answer, ProductProfile profile) {
    if (answer.statusCode() >= 500) {
      return drained(
          answer,
          Refusal.of(Reason.PRODUCT_UNREACHABLE)
              .finding("probe: " + answer.statusCode())
              .asOutcome());
    }
    if (answer.statusCode() != 200) return drained(answer, Outcome.pass(Optional.empty()));
    if (profile.probe().user() == ProductProfile.ProbeAnswer.Header) {
      return drained(
          answer,
          Outcome.pass(ActedAs.in(answer.headers(), profile.actedAs()).flatMap(ActedAs::user)));
    }
    return answer.body().map(body -> Outcome.pass(name(body, profile)));
  }

  private static Optional<String> name(Buffer body, ProductProfile profile) {
    if (body.length() > LONGEST_NAME) return Optional.empty();
    String name = body.toString(StandardCharsets.UTF_8).strip();
    boolean nobody =
        name.isEmpty() || name.equals(profile.actedAs().anonymous()) || name.startsWith("<");
    return nobody ? Optional.empty() : Optional.of(name);
  }

  private static Future<Outcome<Optional<String>>> drained(
      HttpClientResponse answer, Outcome<Optional<String>> outcome) {
    return answer.end().map(outcome);
  }
}
