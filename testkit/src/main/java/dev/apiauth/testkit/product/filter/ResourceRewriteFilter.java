package dev.apiauth.testkit.product.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves {@code /s/<anything>/_/<path>} as {@code /<path>}, and tells caches to keep the answer.
 *
 * <p>Meant for static resources, it takes any path: {@code /s/x/_/rest/api/2/myself} is a REST
 * call. The last {@code /_/} counts, and Tomcat decodes the tail and strips its parameters a second
 * time.
 */
final class ResourceRewriteFilter extends HttpFilter {

  private static final Pattern REWRITTEN = Pattern.compile("^/s/(.*)/_/((?i)(?!WEB-INF).*)");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var tail = tail(request);
    if (tail.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Cache-Control", "max-age=31536000, public");
    forward("/" + tail.get(), request, response);
  }

  private static Optional<String> tail(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    try {
      var matcher = REWRITTEN.matcher(new URI(path).normalize().toString());
      return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    } catch (URISyntaxException relaxedCharacters) {
      return Optional.empty();
    }
  }

  private static void forward(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    var dispatcher = request.getRequestDispatcher(path);
    if (dispatcher == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    dispatcher.forward(request, response);
  }
}
