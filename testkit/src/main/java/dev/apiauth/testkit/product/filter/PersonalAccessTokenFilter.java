package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.AccessTokens;
import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.PersonalAccessToken;
import dev.apiauth.testkit.product.account.UserDirectory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Recognises the owner of a personal access token in {@code Authorization: Bearer}.
 *
 * <p>The scheme counts in exactly this spelling, and the header must be exactly two words between
 * single spaces. What it does not like it ignores: the request goes on, as anonymous or as whoever
 * the session belongs to, and ends in 200 if the endpoint lets that happen. A request with a good
 * token ends the session that it came with.
 */
final class PersonalAccessTokenFilter extends HttpFilter {

  private static final String SCHEME = "Bearer";

  /** The mark by which the rest of the product knows a request with a token. */
  private static final String TOKEN_REQUEST = "access.token.request";

  private final AccessTokens tokens;
  private final UserDirectory people;

  PersonalAccessTokenFilter(AccessTokens tokens, UserDirectory people) {
    this.tokens = tokens;
    this.people = people;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var owner = owner(request);
    if (owner.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(TOKEN_REQUEST, true);
    Caller.recognise(request, owner.get(), Caller.Means.ACCESS_TOKEN);
    chain.doFilter(request, response);
    BrowserSession.end(request);
  }

  private Optional<Person> owner(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .flatMap(PersonalAccessTokenFilter::token)
        .flatMap(tokens::find)
        .map(PersonalAccessToken::owner)
        .flatMap(people::find);
  }

  private static Optional<String> token(String authorization) {
    var words = authorization.trim().split(" ");
    return words.length == 2 && words[0].startsWith(SCHEME)
        ? Optional.of(words[1])
        : Optional.empty();
  }
}
