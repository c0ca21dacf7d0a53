package dev.apiauth.testkit.product.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a product serves; the first route that fits is taken. */
public final class Routes {

  private final List<Route> routes;

  public Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /**
   * @param path below the context path, as Tomcat resolved it
   */
  public RouteMatch find(String method, String path) {
    var segments = PathTemplate.split(path);
    RouteMatch best = new RouteMatch.NoSuchPath();
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.path().match(segments);
      if (variables.isPresent() && route.serves(method)) {
        return new RouteMatch.Found(route, variables.get());
      }
      if (variables.isPresent()) {
        best = new RouteMatch.OtherMethod();
      }
    }
    return best;
  }
}
