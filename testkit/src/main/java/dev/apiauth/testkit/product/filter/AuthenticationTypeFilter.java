package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.site.Product;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Seraph's {@code os_authType}: how a caller who was not recognised is asked to prove himself.
 *
 * <p>{@code basic} asks with a Basic challenge on any path. {@code any}, which REST paths have by
 * default, refuses a session cookie that is no longer good instead of serving its holder as
 * anonymous. All other values leave the request alone, and Bitbucket, without Seraph, knows none of
 * them.
 */
final class AuthenticationTypeFilter extends HttpFilter {

  private final Product product;
  private final ErrorShape errors;

  AuthenticationTypeFilter(Product product, ErrorShape errors) {
    this.product = product;
    this.errors = errors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!product.hasSeraph() || !Caller.of(request).isAnonymous()) {
      chain.doFilter(request, response);
      return;
    }
    switch (type(request)) {
      case "basic" ->
          errors
              .notAuthenticated()
              .with("WWW-Authenticate", "Basic realm=\"protected-area\"")
              .send(response);
      case "any" -> serveUnlessStale(request, response, chain);
      default -> chain.doFilter(request, response);
    }
  }

  private void serveUnlessStale(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
      errors.notAuthenticated().send(response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static String type(HttpServletRequest request) {
    String asked = request.getParameter("os_authType");
    return asked == null ? usualType(request.getServletPath()) : asked;
  }

  private static String usualType(String path) {
    return path.startsWith("/rest/") && !path.startsWith("/rest/auth/") ? "any" : "none";
  }
}
