package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.UserDirectory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Recognises the person who is signed in to the request's session, by cookie or by {@code
 * ;jsessionid=} in the path. It stands before the token filters, so a session beats a token.
 */
final class SessionFilter extends HttpFilter {

  private final UserDirectory people;

  SessionFilter(UserDirectory people) {
    this.people = people;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    BrowserSession.userName(request)
        .flatMap(people::find)
        .ifPresent(person -> Caller.recognise(request, person, Caller.Means.SESSION));
    chain.doFilter(request, response);
  }
}
