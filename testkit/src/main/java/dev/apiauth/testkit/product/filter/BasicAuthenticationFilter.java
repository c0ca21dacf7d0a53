package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.BasicCredentials;
import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.LoginResult;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.PersonalAccessToken;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.product.site.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * HTTP Basic, the last thing that is tried: a session or a token that came first leaves the header
 * unread, however wrong it is.
 *
 * <p>A right password signs in, so that every answer sets a session cookie. A wrong one ends the
 * request and counts towards the CAPTCHA. Bitbucket takes an HTTP access token in place of the
 * password, where tokens work.
 */
final class BasicAuthenticationFilter extends HttpFilter {

  private final Site site;
  private final ErrorShape errors;

  BasicAuthenticationFilter(Site site, ErrorShape errors) {
    this.site = site;
    this.errors = errors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var credentials = BasicCredentials.parse(request.getHeader("Authorization"));
    if (credentials.isEmpty() || !Caller.of(request).isAnonymous()) {
      chain.doFilter(request, response);
      return;
    }
    follow(judge(credentials.get(), request), request, response, chain);
  }

  private void follow(
      LoginResult result,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    switch (result) {
      case LoginResult.SignedIn(Person person) -> {
        Caller.recognise(request, person, Caller.Means.BASIC);
        chain.doFilter(request, response);
      }
      case LoginResult.WrongPassword() -> {
        report(LoginReason.AUTHENTICATED_FAILED, request, response);
        errors.wrongPassword().send(response);
      }
      case LoginResult.CaptchaRequired() -> {
        report(LoginReason.AUTHENTICATION_DENIED, request, response);
        errors.captchaRequired().send(response);
      }
    }
  }

  private void report(
      LoginReason reason, HttpServletRequest request, HttpServletResponse response) {
    if (site.product().hasSeraph()) {
      reason.report(request, response);
    }
  }

  private LoginResult judge(BasicCredentials credentials, HttpServletRequest request) {
    return tokenOwner(credentials, request.getServletPath())
        .<LoginResult>map(LoginResult.SignedIn::new)
        .orElseGet(() -> login(credentials, request));
  }

  private LoginResult login(BasicCredentials credentials, HttpServletRequest request) {
    var result = site.passwords().attempt(credentials.username(), credentials.password());
    if (result instanceof LoginResult.SignedIn(Person person)) {
      BrowserSession.start(request, person);
    }
    return result;
  }

  private Optional<Person> tokenOwner(BasicCredentials credentials, String path) {
    if (site.product() != Product.BITBUCKET || !site.product().tokensWorkOn(path)) {
      return Optional.empty();
    }
    return site.tokens()
        .find(credentials.password())
        .map(PersonalAccessToken::owner)
        .filter(credentials.username()::equalsIgnoreCase)
        .flatMap(site.people()::find);
  }
}
