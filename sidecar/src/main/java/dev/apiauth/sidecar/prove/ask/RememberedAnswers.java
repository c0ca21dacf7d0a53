package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.AnsweredToken;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.TokenDigest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Asks about each token once, however many requests come with it at the same time, and not again
 * while the answer holds. Shared by all event loops.
 */
final class RememberedAnswers {

  private final Vertx vertx;
  private final Guard guard;
  private final AnswerCache cache;
  private final ConcurrentMap<TokenDigest, Promise<Outcome<TokenClaims>>> ongoing =
      new ConcurrentHashMap<>();

  RememberedAnswers(Vertx vertx, Guard guard, AnswerCache cache) {
    this.vertx = vertx;
    this.guard = guard;
    this.cache = cache;
  }

  /**
   * The claims of a token.
   *
   * @param question asks, where nothing is known; completes in bounded time and does not fail
   * @return completes on the caller's context, at once where the answer is known
   */
  Future<Outcome<TokenClaims>> of(
      TokenDigest digest, Instant now, Supplier<Future<Asked<AnsweredToken>>> question) {
    return cache
        .find(digest)
        .map(Future::succeededFuture)
        .orElseGet(() -> onCallersContext(asked(digest, now, question)));
  }

  private Future<Outcome<TokenClaims>> asked(
      TokenDigest digest, Instant now, Supplier<Future<Asked<AnsweredToken>>> question) {
    Promise<Outcome<TokenClaims>> mine = Promise.promise();
    Promise<Outcome<TokenClaims>> first = ongoing.putIfAbsent(digest, mine);
    if (first != null) return first.future();
    cache
        .find(digest) // Again: somebody may have asked since, and is done by now.
        .map(Future::succeededFuture)
        .orElseGet(() -> guard.ask(question).map(answer -> kept(digest, answer, now)))
        .onComplete(
            done -> {
              ongoing.remove(digest);
              mine.handle(done);
            });
    return mine.future();
  }

  private Outcome<TokenClaims> kept(
      TokenDigest digest, Outcome<AnsweredToken> answer, Instant now) {
    cache.keep(digest, answer, now);
    return answer.map(AnsweredToken::claims);
  }

  private <T> Future<T> onCallersContext(Future<T> shared) {
    Context caller = vertx.getOrCreateContext();
    Promise<T> here = Promise.promise();
    shared.onComplete(done -> caller.runOnContext(back -> here.handle(done)));
    return here.future();
  }
}
