package dev.apiauth.sidecar.prove.ask;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.sidecar.egress.EgressReply;
import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Tokens of this service's own at one provider, by what they were asked for: fetched once for all
 * look-ups that want the same one, and kept until shortly before their end.
 */
final class OwnTokens {

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** RFC 6749, section 5.1, only recommends {@code expires_in}. */
  private static final Duration UNTOLD = Duration.ofMinutes(5);

  private static final int MAX_TOKENS = 64;

  /**
   * What a token is for; equal ones share one. The client is the provider's and always the same.
   *
   * @param url the token endpoint
   * @param credential by which grant, with which scope and in whose name
   */
  record Purpose(String url, Credential credential) {}

  private record Own(String token, Duration rest) {

    @Override
    public String toString() {
      return "Own[" + rest + "]";
    }
  }

  private final ProviderCalls calls;
  private final Cache<Purpose, Own> known;
  private final ConcurrentMap<Purpose, Promise<Asked<String>>> ongoing = new ConcurrentHashMap<>();

  OwnTokens(ProviderCalls calls, Ticker ticker) {
    this.calls = calls;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MAX_TOKENS)
            .expireAfter(Expiry.creating((Purpose purpose, Own own) -> own.rest()))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * A token that is good for a moment at least.
   *
   * @param request writes the request for a new one
   */
  Future<Asked<String>> of(Purpose purpose, Supplier<Future<Asked<CallDraft>>> request) {
    Own own = known.getIfPresent(purpose);
    return own == null
        ? fetched(purpose, request)
        : Future.succeededFuture(Asked.told(own.token()));
  }

  /** The token is not taken any more: the next one who wants one gets another. */
  void forget(Purpose purpose) {
    known.invalidate(purpose);
  }

  private Future<Asked<String>> fetched(
      Purpose purpose, Supplier<Future<Asked<CallDraft>>> request) {
    Promise<Asked<String>> mine = Promise.promise();
    Promise<Asked<String>> first = ongoing.putIfAbsent(purpose, mine);
    if (first != null) return first.future();
    Own since = known.getIfPresent(purpose);
    (since == null ? issued(request) : Future.succeededFuture(Asked.told(since)))
        .map(read -> read.map(own -> kept(purpose, own)))
        .onComplete(
            done -> {
              ongoing.remove(purpose);
              mine.handle(done);
            });
    return mine.future();
  }

  /** A failure to write the request is one of the future, or those who wait would wait for good. */
  private Future<Asked<Own>> issued(Supplier<Future<Asked<CallDraft>>> request) {
    return Future.<Void>succeededFuture()
        .compose(nothing -> request.get())
        .compose(ready -> ready.await(draft -> calls.call(draft.finished()).map(OwnTokens::read)));
  }

  private String kept(Purpose purpose, Own own) {
    if (own.rest().isPositive()) known.put(purpose, own);
    return own.token();
  }

  private static Asked<Own> read(EgressReply reply) {
    return switch (reply) {
      case EgressReply.Document(Buffer body, Optional<String> link) ->
          JsonObject.parse(body.getBytes())
              .flatMap(OwnTokens::own)
              .map(Asked::told)
              .orElseGet(() -> Asked.silent("it issued no token to this service"));
      case EgressReply.Status(int code) ->
          Asked.silent("it issued no token to this service: it answered with status " + code);
      case EgressReply.Failed(String because) ->
          Asked.silent("it issued no token to this service: " + because);
    };
  }

  private static Optional<Own> own(JsonObject answer) {
    return answer.string("access_token").map(token -> new Own(token, rest(answer)));
  }

  private static Duration rest(JsonObject answer) {
    Duration life =
        answer
            .get("expires_in")
            .flatMap(JsonValue::number)
            .filter(seconds -> seconds.signum() >= 0)
            .map(seconds -> seconds.min(BigDecimal.valueOf(LONGEST.toSeconds())).longValue())
            .map(Duration::ofSeconds)
            .orElse(UNTOLD);
    return life.minus(MARGIN);
  }
}
