package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.site.Product;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends bearers to the login page where the product does not take tokens; see {@link
 * Product#tokensWorkOn}.
 */
final class TokenReachFilter extends HttpFilter {

  private final Product product;

  TokenReachFilter(Product product) {
    this.product = product;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var authorization = request.getHeader("Authorization");
    if (authorization != null
        && authorization.startsWith("Bearer")
        && !product.tokensWorkOn(request.getServletPath())) {
      LoginPage.of(product, request).send(response);
      return;
    }
    chain.doFilter(request, response);
  }
}
