package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.BasicAuthenticationSetting;
import dev.apiauth.testkit.product.account.BasicAuthenticationSwitch;
import dev.apiauth.testkit.product.account.BasicCredentials;
import dev.apiauth.testkit.product.rest.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * The product's own refusal of {@code Authorization: Basic}, on every path and before anything else
 * is looked at; see {@link BasicAuthenticationSwitch} for what it does not see.
 */
final class BasicAuthenticationSwitchFilter extends HttpFilter {

  private static final Answer BLOCKED =
      Answer.json(
          403, Map.of("message", "Basic Authentication has been disabled on this instance."));

  private final BasicAuthenticationSetting basicAuthentication;

  BasicAuthenticationSwitchFilter(BasicAuthenticationSetting basicAuthentication) {
    this.basicAuthentication = basicAuthentication;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (blocks(request)) {
      BLOCKED.send(response);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean blocks(HttpServletRequest request) {
    var authorization = request.getHeader("Authorization");
    if (!BasicCredentials.isBasic(authorization)) {
      return false;
    }
    var username = BasicCredentials.parse(authorization).map(BasicCredentials::username).orElse("");
    return basicAuthentication.current().blocks(request.getServletPath(), username);
  }
}
