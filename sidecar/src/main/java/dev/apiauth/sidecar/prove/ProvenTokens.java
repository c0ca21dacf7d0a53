package dev.apiauth.sidecar.prove;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.token.TokenRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens whose signature and claims were found good, so that a known token costs a digest and a
 * look-up. One for the whole sidecar, bounded in bytes, shared by all event loops.
 *
 * <p>What is kept is what was proven, never what was decided: the rules under which it was proven
 * stand in the entry and are compared on every use, so a changed provider does not inherit it.
 * Tokens themselves are not kept.
 */
public final class ProvenTokens {

  /** Room for about four thousand tokens of a kilobyte. */
  public static final long DEFAULT_MAX_BYTES = 16L * 1024 * 1024;

  /** A parsed token takes about this many times its own length, and so much besides. */
  private static final int PARSED_FACTOR = 4;

  private static final int ENTRY_BYTES = 512;

  private record Entry(TokenRules rules, VerifiedToken token, int weight, Duration rest) {}

  private final Cache<TokenDigest, Entry> entries;

  /**
   * An empty cache.
   *
   * @param maxBytes about how much memory the entries may take together
   */
  public ProvenTokens(long maxBytes, Ticker ticker) {
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((TokenDigest digest, Entry entry) -> entry.weight())
            .expireAfter(Expiry.creating((TokenDigest digest, Entry entry) -> entry.rest()))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * The token, if it was proven under equal rules. Its times and its key are the caller's to check.
   */
  Optional<VerifiedToken> find(TokenDigest digest, TokenRules rules) {
    Entry entry = entries.getIfPresent(digest);
    return entry != null && entry.rules().equals(rules)
        ? Optional.of(entry.token())
        : Optional.empty();
  }

  /** Keeps the token until it ends. */
  void keep(TokenDigest digest, TokenRules rules, VerifiedToken token, int length, Instant now) {
    Duration rest = Duration.between(now, token.lifetime().expiresAt()).plus(rules.clockSkew());
    entries.put(digest, new Entry(rules, token, PARSED_FACTOR * length + ENTRY_BYTES, rest));
  }

  /** Forgets the token: the key that proved it is gone. */
  void forget(TokenDigest digest) {
    entries.invalidate(digest);
  }

  /**
   * The issuer of a token that was proven before: what a router would read from it, without reading
   * it again.
   */
  public Optional<String> issuerOf(TokenDigest digest) {
    return Optional.ofNullable(entries.getIfPresent(digest))
        .flatMap(entry -> entry.token().claims().issuer());
  }

  /** About how many tokens are kept, for metrics. */
  public long size() {
    return entries.estimatedSize();
  }
}
