package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.LoginResult;
import dev.apiauth.testkit.product.account.PasswordLogins;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.RememberMe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Seraph's login by {@code os_username} and {@code os_password}, on any path.
 *
 * <p>The parameters are read from the query and from form bodies alike. This is the older and more
 * dangerous behaviour: newer versions refuse a password in the query unless they are told
 * otherwise. A failure does not end the request: it goes on with whatever else it carries.
 */
final class RequestParameterLoginFilter extends HttpFilter {

  private final PasswordLogins passwords;
  private final RememberMe rememberMe;

  RequestParameterLoginFilter(PasswordLogins passwords, RememberMe rememberMe) {
    this.passwords = passwords;
    this.rememberMe = rememberMe;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var username = request.getParameter("os_username");
    var password = request.getParameter("os_password");
    if (username != null && password != null) {
      login(username, password, request, response);
    }
    chain.doFilter(request, response);
  }

  private void login(
      String username, String password, HttpServletRequest request, HttpServletResponse response) {
    switch (passwords.attempt(username, password)) {
      case LoginResult.SignedIn(Person person) -> signIn(person, request, response);
      case LoginResult.WrongPassword() ->
          LoginReason.AUTHENTICATED_FAILED.report(request, response);
      case LoginResult.CaptchaRequired() ->
          LoginReason.AUTHENTICATION_DENIED.report(request, response);
    }
  }

  private void signIn(Person person, HttpServletRequest request, HttpServletResponse response) {
    BrowserSession.start(request, person);
    Caller.recognise(request, person, Caller.Means.REQUEST_PARAMETERS);
    if ("true".equals(request.getParameter("os_cookie"))) {
      rememberMe.handOut(person, request, response);
    }
  }
}
