package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.RememberMe;
import dev.apiauth.testkit.product.account.UserDirectory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Makes a new session out of a remember-me cookie where there is none: the cookie alone suffices.
 */
final class RememberMeFilter extends HttpFilter {

  private final UserDirectory people;
  private final RememberMe rememberMe;

  RememberMeFilter(UserDirectory people, RememberMe rememberMe) {
    this.people = people;
    this.rememberMe = rememberMe;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Caller.of(request).isAnonymous()) {
      rememberMe.owner(request).flatMap(people::find).ifPresent(person -> signIn(request, person));
    }
    chain.doFilter(request, response);
  }

  private static void signIn(HttpServletRequest request, Person person) {
    BrowserSession.start(request, person);
    Caller.recognise(request, person, Caller.Means.REMEMBER_ME);
  }
}
