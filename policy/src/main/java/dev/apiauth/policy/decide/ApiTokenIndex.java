package dev.apiauth.policy.decide;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.ApiTokenHash;
import dev.apiauth.policy.token.ApiTokenText;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The API tokens of a policy. Looked up by the public id and compared by hash in constant time, so
 * that the time of an answer says nothing about a secret (K1).
 */
public final class ApiTokenIndex {

  /** No tokens at all. */
  public static final ApiTokenIndex EMPTY = new ApiTokenIndex(Set.of());

  private final Map<String, ApiToken> byId;

  /**
   * Of the published tokens.
   *
   * @throws RuntimeException if an id stands twice in them: the resolver publishes no such set
   */
  public ApiTokenIndex(Collection<ApiToken> tokens) {
    this.byId = tokens.stream().collect(Collectors.toUnmodifiableMap(ApiToken::id, each -> each));
  }

  /** The public ids of all of them. */
  public Set<String> ids() {
    return byId.keySet();
  }

  /**
   * The token that a text is, if it is valid now.
   *
   * <p>Refuses with {@link Reason#API_TOKEN_MALFORMED}, {@link Reason#API_TOKEN_UNKNOWN}, {@link
   * Reason#API_TOKEN_EXPIRED} or {@link Reason#API_TOKEN_NOT_YET_VALID}; the last two only to who
   * holds the token. The findings name it by its id.
   */
  public Outcome<ApiToken> prove(String text, Instant now) {
    return ApiTokenText.parse(text).then(this::known).then(token -> inItsTime(token, now));
  }

  private Outcome<ApiToken> known(ApiTokenText text) {
    ApiTokenHash hash = text.hash();
    ApiToken token = byId.get(text.id());
    if (token == null) {
      return refuse(Reason.API_TOKEN_UNKNOWN, "no token has the id " + text.id());
    }
    return token.hash().matches(hash)
        ? Outcome.pass(token)
        : refuse(Reason.API_TOKEN_UNKNOWN, "another secret than that of " + token.label());
  }

  private static Outcome<ApiToken> inItsTime(ApiToken token, Instant now) {
    if (now.isBefore(token.notBefore())) {
      return refuse(
          Reason.API_TOKEN_NOT_YET_VALID,
          "%s begins at %s".formatted(token.label(), token.notBefore()));
    }
    return now.isBefore(token.notAfter())
        ? Outcome.pass(token)
        : refuse(
            Reason.API_TOKEN_EXPIRED, "%s ended at %s".formatted(token.label(), token.notAfter()));
  }

  private static Outcome<ApiToken> refuse(Reason reason, String finding) {
    return Refusal.of(reason).finding(finding).asOutcome();
  }
}
