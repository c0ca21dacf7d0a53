package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.site.Product;
import jakarta.servlet.http.HttpServletRequest;

/** The redirect that a person without a session gets. */
final class LoginPage {

  private LoginPage() {}

  static Answer of(Product product, HttpServletRequest request) {
    var query = request.getQueryString();
    var target = query == null ? request.getServletPath() : request.getServletPath() + "?" + query;
    return Answer.redirect(request.getContextPath() + product.loginPageFor(target));
  }
}
