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
 * <p>A WebSocket is no page, wherever it is opened (F18): it needs a credential or a session.
 *
 * @param anonymous what nobody in particular may reach
 * @param sessions whether a session counts at all
 */
public record InterfaceRules(AnonymousPolicy anonymous, AllowOrDeny sessions) {

  /** Whether nobody in particular may reach it. */
  public boolean opensToAnybody(Target target) {
    if (target.head().isPreflight()) return true;
    if (target.head().isWebSocketHandshake()) return anonymous == AnonymousPolicy.Allow;
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
