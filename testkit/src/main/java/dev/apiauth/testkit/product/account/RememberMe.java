package dev.apiauth.testkit.product.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The remember-me cookie: given out at a login, and a login by itself afterwards. */
public final class RememberMe {

  private static final Duration LIFETIME = Duration.ofDays(14);

  private final String cookieName;
  private final RememberedLogins remembered;

  /**
   * @param cookieName such as {@code seraph.rememberme.cookie}
   */
  public RememberMe(String cookieName, RememberedLogins remembered) {
    this.cookieName = cookieName;
    this.remembered = remembered;
  }

  /** Puts a new cookie on the answer. */
  public void handOut(Person person, HttpServletRequest request, HttpServletResponse response) {
    var cookie = new Cookie(cookieName, remembered.remember(person));
    cookie.setPath(request.getContextPath() + "/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge((int) LIFETIME.toSeconds());
    response.addCookie(cookie);
  }

  /** The account name that the request's cookie stands for. */
  public Optional<String> owner(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(cookieName))
            .findFirst()
            .flatMap(cookie -> remembered.owner(cookie.getValue()));
  }
}
