package dev.apiauth.testkit.idp.standin;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tokens that say nothing by themselves, and what a provider knows of them.
 *
 * @param clock ends them
 * @param grants by token
 * @param revoked those that were taken back
 */
record OpaqueTokens(InstantSource clock, Map<String, Grant> grants, Set<String> revoked) {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** How a token stands now. */
  enum State {
    LIVE,
    ENDED,
    REVOKED,
    UNKNOWN
  }

  static OpaqueTokens on(InstantSource clock) {
    return new OpaqueTokens(clock, new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
  }

  /** A new token: that prefix and as many random letters and digits. */
  String issue(String prefix, int length, Grant grant) {
    return keep(unknown(prefix, length), grant);
  }

  /** Knows from now on what stands behind that token, whoever made it. */
  String keep(String token, Grant grant) {
    grants.put(token, grant);
    return token;
  }

  /** One of that shape that was never issued. */
  static String unknown(String prefix, int length) {
    var random = ThreadLocalRandom.current();
    var text = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** Takes it back. */
  void revoke(String token) {
    revoked.add(token);
  }

  State state(String token) {
    var grant = find(token);
    if (grant.isEmpty()) {
      return State.UNKNOWN;
    }
    if (revoked.contains(token)) {
      return State.REVOKED;
    }
    return grant.get().endedAt(clock.instant()) ? State.ENDED : State.LIVE;
  }

  /** What was issued once, though it may have ended. */
  Optional<Grant> find(String token) {
    return Optional.ofNullable(grants.get(token));
  }

  /** What is good now. */
  Optional<Grant> live(String token) {
    return find(token).filter(_ -> state(token) == State.LIVE);
  }
}
