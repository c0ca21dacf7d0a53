package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.AccessTokens;
import dev.apiauth.testkit.product.account.BasicCredentials;
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
 * Recognises the user of an access token of the product's own OAuth 2.0 provider: in {@code
 * Authorization: Bearer}, and as the password of a Basic header, whatever name stands beside it.
 *
 * <p>What it does not know it ignores: the request goes on unauthenticated, and a Basic header is
 * then taken for a password. Not checked: that the request came by HTTPS, and the token's scopes,
 * which the products do check. A request with a good token ends the session that it came with.
 */
final class OAuth2TokenFilter extends HttpFilter {

  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;
  private final UserDirectory people;

  OAuth2TokenFilter(AccessTokens tokens, UserDirectory people) {
    this.tokens = tokens;
    this.people = people;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Person> user =
        token(request).flatMap(tokens::find).map(PersonalAccessToken::owner).flatMap(people::find);
    if (user.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Caller.recognise(request, user.get(), Caller.Means.OAUTH_2);
    chain.doFilter(request, response);
    BrowserSession.end(request);
  }

  private static Optional<String> token(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return BasicCredentials.parse(authorization)
        .map(BasicCredentials::password)
        .or(() -> Optional.ofNullable(authorization).flatMap(OAuth2TokenFilter::bearer));
  }

  private static Optional<String> bearer(String authorization) {
    return authorization.startsWith(SCHEME)
        ? Optional.of(authorization.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
