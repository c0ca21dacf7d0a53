package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A provider's addresses, written as its documentation writes them: {@code GET
 * https://discord.com/api/v10/users/@me}. A segment {@code {name}} takes anything.
 */
final class Routes {

  private final List<Route> routes = new ArrayList<>();

  /** Adds an address and what is done there; of two that fit, the first is taken. */
  Routes on(String address, Endpoint endpoint) {
    routes.add(Route.of(address, endpoint));
    return this;
  }

  /** Adds a document that is always the same. */
  Routes document(String uri, Supplier<String> json) {
    return on("GET " + uri, _ -> HttpReply.document(json.get()));
  }

  /** Every host that an address names. */
  Set<String> hosts() {
    return routes.stream().map(Route::host).collect(Collectors.toUnmodifiableSet());
  }

  /** Does what is done there; 404 where nothing is, 405 where another method is expected. */
  HttpReply answer(Call call) {
    return routes.stream()
        .filter(route -> route.method().equals(call.method()))
        .flatMap(route -> route.reached(call).stream())
        .findFirst()
        .orElseGet(() -> nothing(call));
  }

  private HttpReply nothing(Call call) {
    boolean other = routes.stream().anyMatch(route -> route.matches(call).isPresent());
    return new HttpReply(other ? 405 : 404, Map.of("Content-Type", "text/plain"), "");
  }

  private record Route(String method, String host, List<String> segments, Endpoint endpoint) {

    static Route of(String address, Endpoint endpoint) {
      var words = address.split(" ", 2);
      var uri = URI.create(words[1].replace("{", "%7B").replace("}", "%7D"));
      return new Route(words[0], uri.getHost(), split(uri.getPath()), endpoint);
    }

    Optional<HttpReply> reached(Call call) {
      return matches(call).map(variables -> endpoint.answer(call.with(variables)));
    }

    /** The variables of the path; empty if it is another one. */
    Optional<Map<String, String>> matches(Call call) {
      var asked = split(call.path());
      if (!call.host().equals(host) || asked.size() != segments.size()) {
        return Optional.empty();
      }
      var variables = new HashMap<String, String>();
      for (int i = 0; i < asked.size(); i++) {
        if (!fits(segments.get(i), asked.get(i), variables)) {
          return Optional.empty();
        }
      }
      return Optional.of(variables);
    }

    private static boolean fits(String wanted, String asked, Map<String, String> variables) {
      if (wanted.startsWith("{") && wanted.endsWith("}")) {
        variables.put(wanted.substring(1, wanted.length() - 1), asked);
        return !asked.isEmpty();
      }
      return wanted.equals(asked);
    }

    private static List<String> split(String path) {
      return List.of(path.split("/", -1));
    }
  }
}
