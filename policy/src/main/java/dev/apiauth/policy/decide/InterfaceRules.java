package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.AnonymousPolicy;

/**
 * What requests without an API credential may reach.
 *
 * <pre>
 * anonymous       interface    API                       cookie of a session
 * InterfaceOnly   allowed      credential_missing        the product must name its user first
 * Allow           allowed      allowed                   allowed
 * Deny            login only   credential_missing        the product must name its user first
 * </pre>
 *
 * <p>Before this table: a CORS preflight has no credentials by design and passes; a protected path
 * is like the API under Deny, unless it is where people log in; a public one is open for its
 * methods. A WebSocket is no page, wherever it is opened (F18), and no public path: it needs a
 * credential or a session.
 *
 * @param anonymous what nobody in particular may reach
 * @param sessions whether a session counts at all
 * @param paths which paths are protected, and which are public
 */
public record InterfaceRules(AnonymousPolicy anonymous, AllowOrDeny sessions, PathRules paths) {

  /** Whether nobody in particular may reach it. */
  public boolean opensToAnybody(Target target) {
    if (target.head().isPreflight()) return true;
    if (target.pathClass() != PathClass.LOGIN && paths.closes(target)) return false;
    if (target.head().isWebSocketHandshake()) return anonymous == AnonymousPolicy.Allow;
    if (paths.opens(target)) return true;
    return switch (anonymous) {
      case Allow -> true;
      case InterfaceOnly -> target.pathClass().surface() != PathClass.Surface.API;
      case Deny -> target.pathClass() == PathClass.LOGIN;
    };
  }

  /** Whether these cookies may stand for a user, once the product has named one. */
  public boolean countsSession(SessionCookies cookies) {
    return sessions == AllowOrDeny.Allow && !cookies.isEmpty();
  }
}
