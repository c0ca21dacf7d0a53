package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.ApiTokensSpec;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.Durations;
import dev.apiauth.policy.spec.IdentitySpec;
import dev.apiauth.policy.token.ApiTokenText;
import dev.apiauth.policy.token.UsernameBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether a policy accepts a token, whatever other tokens there are. */
final class ApiTokenCheck {

  /** How far the clock of whoever issued it may be ahead. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final String maxLifetime;
  private final Instant now;
  private final UsernameBounds usernames;
  private final ApiTokenScopeCheck scope;

  /** In the order in which they are asked; the first flaw counts. */
  private final List<Function<IssuedToken, Optional<RefusedToken>>> checks =
      List.of(
          this::id, this::username, this::scope, this::times, this::created, this::life, this::end);

  ApiTokenCheck(AtlassianApiAuthSpec spec, ApiTokensSpec limits, Instant now) {
    IdentitySpec identity = spec.identity();
    this.maxLifetime = limits.maxLifetime();
    this.now = now;
    this.usernames =
        new UsernameBounds(identity == null ? Set.of() : Set.copyOf(identity.deniedUsernames()));
    this.scope = new ApiTokenScopeCheck(Optional.ofNullable(spec.clientIP()));
  }

  Optional<RefusedToken> flaw(IssuedToken token) {
    return checks.stream().map(check -> check.apply(token)).flatMap(Optional::stream).findFirst();
  }

  private Optional<RefusedToken> id(IssuedToken token) {
    return ApiTokenText.isId(token.id())
        ? Optional.empty()
        : unusable(
            token,
            "id",
            "has no id of %d digits and letters".formatted(ApiTokenText.ID_LENGTH),
            "The id is what stands between the prefix and the second underscore of the token");
  }

  private Optional<RefusedToken> username(IssuedToken token) {
    Optional<String> flaw = UsernameBounds.flaw(token.username());
    if (flaw.isPresent()) {
      return unusable(
          token, "username", "is for nobody: " + flaw.get(), "Name the user of the product");
    }
    return usernames.denies(token.username()) ? denied(token) : Optional.empty();
  }

  private static Optional<RefusedToken> denied(IssuedToken token) {
    return refused(
        token,
        TokenFlaw.USERNAME_DENIED,
        "username",
        "is for %s, and nobody may act as this user through a token".formatted(token.username()),
        "Issue one for another user; spec.identity.deniedUsernames names who is not");
  }

  private Optional<RefusedToken> scope(IssuedToken token) {
    return scope
        .flaw(token.scope())
        .flatMap(flaw -> unusable(token, flaw.part(), flaw.message(), flaw.mend()));
  }

  private Optional<RefusedToken> times(IssuedToken token) {
    Instant begin = token.notBefore().orElse(token.created());
    return begin.isBefore(token.notAfter())
        ? Optional.empty()
        : unusable(token, "notAfter", "ends before it begins", "Issue a new one");
  }

  private Optional<RefusedToken> created(IssuedToken token) {
    return token.created().isAfter(now.plus(CLOCKS_APART))
        ? unusable(
            token,
            "created",
            "was created at %s, which is yet to come".formatted(token.created()),
            "Set the clock of whoever issues tokens; for one that begins later there is notBefore")
        : Optional.empty();
  }

  private Optional<RefusedToken> life(IssuedToken token) {
    Duration life = Duration.between(token.created(), token.notAfter());
    return life.compareTo(Durations.parse(maxLifetime)) > 0
        ? refused(
            token,
            TokenFlaw.LIFETIME_TOO_LONG,
            "notAfter",
            "lives from %s to %s, the longest life is %s"
                .formatted(token.created(), token.notAfter(), maxLifetime),
            "Issue one that ends earlier, or raise spec.credentials.apiTokens.maxLifetime")
        : Optional.empty();
  }

  private Optional<RefusedToken> end(IssuedToken token) {
    return now.isBefore(token.notAfter())
        ? Optional.empty()
        : refused(
            token,
            TokenFlaw.ENDED,
            "notAfter",
            "ended at " + token.notAfter(),
            "It can be removed; whoever still uses it needs a new one");
  }

  private static Optional<RefusedToken> unusable(
      IssuedToken token, String part, String message, String mend) {
    return refused(token, TokenFlaw.UNUSABLE, part, message, mend);
  }

  private static Optional<RefusedToken> refused(
      IssuedToken token, TokenFlaw flaw, String part, String message, String mend) {
    return Optional.of(new RefusedToken(token, flaw, part, message, mend));
  }
}
