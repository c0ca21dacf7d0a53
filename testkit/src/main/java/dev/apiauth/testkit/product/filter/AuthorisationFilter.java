package dev.apiauth.testkit.product.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.BaseUrl;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.RouteMatch;
import dev.apiauth.testkit.product.rest.Routes;
import dev.apiauth.testkit.product.site.Product;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Lets through who may call the endpoint.
 *
 * <p>Nobody recognised: the REST API answers 401 with an OAuth challenge, git a Basic challenge,
 * and pages redirect to the login page.
 */
final class AuthorisationFilter extends HttpFilter {

  private final Product product;
  private final Routes routes;
  private final ErrorShape errors;

  AuthorisationFilter(Product product, Routes routes, ErrorShape errors) {
    this.product = product;
    this.routes = routes;
    this.errors = errors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var refusal = refusal(access(request), request);
    if (refusal.isPresent()) {
      refusal.get().send(response);
      return;
    }
    chain.doFilter(request, response);
  }

  /** What does not exist is nobody's secret. */
  private Access access(HttpServletRequest request) {
    return routes.find(request.getMethod(), request.getServletPath())
            instanceof RouteMatch.Found(var route, var _)
        ? route.access()
        : Access.ANYBODY;
  }

  private Optional<Answer> refusal(Access access, HttpServletRequest request) {
    var caller = Caller.of(request);
    if (access == Access.ANYBODY) {
      return Optional.empty();
    }
    if (caller.isAnonymous()) {
      return Optional.of(askToSignIn(request));
    }
    return access == Access.ADMINISTRATOR && !actsAsAdministrator(caller)
        ? Optional.of(errors.error(403, "You are not an administrator."))
        : Optional.empty();
  }

  private boolean actsAsAdministrator(Caller caller) {
    boolean tokenOfBitbucket =
        product == Product.BITBUCKET && caller.means() == Caller.Means.ACCESS_TOKEN;
    return !tokenOfBitbucket && caller.person().filter(Person::isAdministrator).isPresent();
  }

  private Answer askToSignIn(HttpServletRequest request) {
    var path = request.getServletPath();
    if (path.startsWith("/rest/")) {
      var realm = URLEncoder.encode(BaseUrl.of(request), UTF_8);
      return errors.notAuthenticated().with("WWW-Authenticate", "OAuth realm=\"" + realm + "\"");
    }
    return path.startsWith("/scm/")
        ? errors.notAuthenticated().with("WWW-Authenticate", "Basic realm=\"Atlassian Bitbucket\"")
        : LoginPage.of(product, request);
  }
}
