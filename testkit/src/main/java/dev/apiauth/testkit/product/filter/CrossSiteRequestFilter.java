package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.BaseUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The REST API's protection against cross-site request forgery; a token or a password does not lift
 * it.
 *
 * <p>A change by something that looks like a browser must come from the product's own origin, as
 * the product sees its address. A POST that an HTML form could send needs {@code X-Atlassian-Token:
 * no-check}.
 */
final class CrossSiteRequestFilter extends HttpFilter {

  private static final Answer FAILED = Answer.text(403, "XSRF check failed");
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");
  private static final Set<String> FORM_TYPES =
      Set.of("", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
  private static final Set<String> NO_CHECK = Set.of("no-check", "nocheck");
  private static final Pattern BROWSER = Pattern.compile("Mozilla/|Opera|Chrome/|Safari/");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getServletPath().startsWith("/rest/")
        && CHANGING.contains(request.getMethod())
        && (couldBeForm(request) || isForeignBrowser(request))) {
      FAILED.send(response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean couldBeForm(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && FORM_TYPES.contains(mediaType(request))
        && !NO_CHECK.contains(header(request, "X-Atlassian-Token"));
  }

  private static boolean isForeignBrowser(HttpServletRequest request) {
    return BROWSER.matcher(header(request, "User-Agent")).find()
        && Stream.of("Origin", "Referer")
            .map(name -> header(request, name))
            .noneMatch(value -> isOf(BaseUrl.origin(request), value));
  }

  private static boolean isOf(String origin, String value) {
    return value.equals(origin) || value.startsWith(origin + "/");
  }

  private static String mediaType(HttpServletRequest request) {
    return header(request, "Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String header(HttpServletRequest request, String name) {
    var value = request.getHeader(name);
    return value == null ? "" : value;
  }
}
