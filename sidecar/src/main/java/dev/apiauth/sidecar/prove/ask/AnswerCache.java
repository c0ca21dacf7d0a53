package dev.apiauth.sidecar.prove.ask;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.AnsweredToken;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.TokenDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one provider said about tokens: claims, never decisions. It belongs to the provider's
 * configuration, endpoint and client included, and is dropped with it, so that what holds for one
 * is never found by another (I5). Tokens themselves are not kept.
 *
 * <p>Good answers and bad ones have room of their own: whoever invents tokens displaces no good
 * one.
 */
final class AnswerCache {

  private static final long MAX_GOOD_BYTES = 8L * 1024 * 1024;
  private static final int MAX_BAD = 4_096;

  /** Parsed claims take about this many times their length as text, and so much besides. */
  private static final int PARSED_FACTOR = 4;

  private static final int ENTRY_BYTES = 512;

  private record Good(TokenClaims claims, int weight, Duration rest) {}

  private final Duration goodFor;
  private final Cache<TokenDigest, Good> good;
  private final Cache<TokenDigest, Refusal> bad;

  /**
   * An empty cache.
   *
   * @param limits how long answers are kept
   */
  AnswerCache(LimitsDocument limits, Ticker ticker) {
    this.goodFor = Duration.ofSeconds(limits.positiveSeconds());
    this.good =
        Caffeine.newBuilder()
            .maximumWeight(MAX_GOOD_BYTES)
            .weigher((TokenDigest digest, Good entry) -> entry.weight())
            .expireAfter(Expiry.creating((TokenDigest digest, Good entry) -> entry.rest()))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
    this.bad =
        Caffeine.newBuilder()
            .maximumSize(MAX_BAD)
            .expireAfterWrite(Duration.ofSeconds(limits.negativeSeconds()))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** What the provider said a moment ago. */
  Optional<Outcome<TokenClaims>> find(TokenDigest digest) {
    Good known = good.getIfPresent(digest);
    if (known != null) return Optional.of(Outcome.pass(known.claims()));
    return Optional.ofNullable(bad.getIfPresent(digest)).map(Refusal::asOutcome);
  }

  /**
   * Keeps an answer: a good one until the token ends or the time is over (I4), a bad one for a
   * moment. That there is no answer is not kept.
   */
  void keep(TokenDigest digest, Outcome<AnsweredToken> answer, Instant now) {
    switch (answer) {
      case Outcome.Pass<AnsweredToken>(AnsweredToken token) -> keep(digest, token, now);
      case Outcome.Refused<AnsweredToken>(Refusal refusal) -> {
        if (refusal.reason() != Reason.PROVIDER_SILENT) bad.put(digest, refusal);
      }
    }
  }

  private void keep(TokenDigest digest, AnsweredToken token, Instant now) {
    Duration left = token.end().map(end -> Duration.between(now, end)).orElse(goodFor);
    Duration rest = left.compareTo(goodFor) < 0 ? left : goodFor;
    if (!rest.isPositive()) return;
    int weight = PARSED_FACTOR * token.claims().length() + ENTRY_BYTES;
    good.put(digest, new Good(token.claims(), weight, rest));
  }

  /** About how many answers are kept. */
  long size() {
    good.cleanUp();
    bad.cleanUp();
    return good.estimatedSize() + bad.estimatedSize();
  }
}
