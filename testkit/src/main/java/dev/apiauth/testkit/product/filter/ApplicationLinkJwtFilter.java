package dev.apiauth.testkit.product.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.account.ApplicationLinks;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.UserDirectory;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * Linked applications and mirrors that send {@code Authorization: JWT} or {@code ?jwt=}.
 *
 * <p>Checked: that the issuer is a linked one. Not checked: signature, expiry and query hash, which
 * the products do check. The request runs as the account named by {@code sub}, if there is one.
 */
final class ApplicationLinkJwtFilter extends HttpFilter {

  private static final String SCHEME = "JWT ";

  private final ApplicationLinks links;
  private final UserDirectory people;
  private final ErrorShape errors;

  ApplicationLinkJwtFilter(ApplicationLinks links, UserDirectory people, ErrorShape errors) {
    this.links = links;
    this.people = people;
    this.errors = errors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var jwt = jwt(request);
    if (jwt.isPresent() && Caller.of(request).isAnonymous() && !accept(jwt.get(), request)) {
      errors.error(401, "The JWT was not issued by a linked application.").send(response);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean accept(String jwt, HttpServletRequest request) {
    var claims = claims(jwt);
    if (claims
        .map(found -> found.path("iss").asText(""))
        .filter(links.jwtIssuers()::contains)
        .isEmpty()) {
      return false;
    }
    claims
        .map(found -> found.path("sub").asText(""))
        .flatMap(people::find)
        .ifPresent(person -> Caller.recognise(request, person, Caller.Means.APPLICATION_LINK));
    return true;
  }

  private static Optional<String> jwt(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .or(() -> Optional.ofNullable(request.getParameter("jwt")));
  }

  private static Optional<JsonNode> claims(String jwt) {
    var parts = jwt.split("\\.");
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var payload = Base64.getUrlDecoder().decode(parts[1]);
      return Optional.of(Json.read(new ByteArrayInputStream(payload)));
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
