package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.SessionCookies;
import dev.apiauth.policy.decide.UpstreamIdentity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cookies pass, in both directions. */
final class CookieRules {

  private CookieRules() {}

  /**
   * What of a Cookie field goes to the product: beside a token nothing, since a session would win
   * over it (3-atlassian 3.4).
   */
  static Optional<String> passedOn(
      String value, UpstreamIdentity identity, Set<String> sessionCookies) {
    return switch (identity) {
      case UpstreamIdentity.BoundToken bound -> Optional.empty();
      case UpstreamIdentity.OwnCredential own -> Optional.empty();
      case UpstreamIdentity.OwnPassword own -> Optional.empty();
      case UpstreamIdentity.Nobody nobody -> withoutSessions(value, sessionCookies);
      case UpstreamIdentity.Cookies cookies -> Optional.of(value);
      case UpstreamIdentity.Login login -> Optional.of(value);
      case UpstreamIdentity.AsItCame came -> Optional.of(value);
      case UpstreamIdentity.AsItCameWithoutToken without -> Optional.of(value);
    };
  }

  /**
   * Whether a Set-Cookie of the answer reaches the client: a token call never leaves a session
   * behind.
   */
  static boolean reachesClient(
      String setCookie, UpstreamIdentity identity, Set<String> sessionCookies) {
    boolean byToken =
        identity instanceof UpstreamIdentity.BoundToken
            || identity instanceof UpstreamIdentity.OwnPassword
            || identity instanceof UpstreamIdentity.OwnCredential;
    return !byToken || !sessionCookies.contains(SessionCookies.name(setCookie));
  }

  private static Optional<String> withoutSessions(String value, Set<String> sessionCookies) {
    String rest =
        SessionCookies.pairs(value)
            .filter(pair -> !sessionCookies.contains(SessionCookies.name(pair)))
            .collect(Collectors.joining("; "));
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }
}
