package dev.apiauth.testkit.idp;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The cookies of one server on loopback.
 *
 * <p>Browsers hold loopback for secure, so they send {@code Secure} cookies to it in plain HTTP
 * too; the JDK's cookie manager does not, and Keycloak marks all of its cookies so.
 */
final class LoopbackCookies extends CookieHandler {

  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  @Override
  public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders) {
    var pairs =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return pairs.isEmpty() ? Map.of() : Map.of("Cookie", List.of(pairs));
  }

  @Override
  public void put(URI uri, Map<String, List<String>> responseHeaders) {
    responseHeaders.forEach(
        (name, values) -> {
          if (name.equalsIgnoreCase("Set-Cookie")) {
            values.stream().flatMap(line -> HttpCookie.parse(line).stream()).forEach(this::keep);
          }
        });
  }

  private void keep(HttpCookie cookie) {
    if (cookie.getMaxAge() == 0) {
      cookies.remove(cookie.getName());
    } else {
      cookies.put(cookie.getName(), cookie.getValue());
    }
  }
}
