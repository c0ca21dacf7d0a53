package dev.apiauth.testkit.product.platform;

import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.util.List;

/**
 * {@code /plugins/servlet/applinks/whoami}: the caller's name as plain text, nothing at all for
 * anonymous callers.
 */
public final class WhoAmIServlet {

  private WhoAmIServlet() {}

  public static List<Route> routes() {
    return List.of(
        Route.get("/plugins/servlet/applinks/whoami", Access.ANYBODY, WhoAmIServlet::name));
  }

  private static Answer name(Call call) {
    return Answer.text(200, call.caller().person().map(Person::name).orElse(""));
  }
}
