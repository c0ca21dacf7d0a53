package dev.apiauth.testkit.product.platform;

import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Route;
import java.util.List;
import java.util.Map;

/** {@code /status}: what the kubelet and load balancers ask; never needs a credential. */
public final class StatusResource {

  private StatusResource() {}

  public static List<Route> routes() {
    return List.of(
        Route.get("/status", Access.ANYBODY, call -> Answer.json(200, Map.of("state", "RUNNING"))));
  }
}
