package dev.apiauth.testkit.product.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The signed-in state of a servlet session: the name of an account, nothing else. */
public final class BrowserSession {

  private static final String ATTRIBUTE = BrowserSession.class.getName();

  private BrowserSession() {}

  /** Signs in under a new session id, so that an id known before the login is worth nothing. */
  public static void start(HttpServletRequest request, Person person) {
    if (request.getSession(false) == null) {
      signIn(request.getSession(true), person);
      return;
    }
    request.changeSessionId();
    signIn(request.getSession(true), person);
  }

  public static void signIn(HttpSession session, Person person) {
    session.setAttribute(ATTRIBUTE, person.name());
  }

  /** The account name that the request's session is signed in as. */
  public static Optional<String> userName(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (String) session.getAttribute(ATTRIBUTE));
  }

  /** Ends the session, if there is one. */
  public static void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
