package dev.apiauth.testkit.product.jira;

import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.util.List;

/** Pages for browsers. */
final class PagesResource {

  private PagesResource() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/secure/Dashboard.jspa", Access.SIGNED_IN, PagesResource::page),
        Route.get("/browse/{key}", Access.SIGNED_IN, PagesResource::page),
        Route.get("/", Access.ANYBODY, PagesResource::home));
  }

  private static Answer page(Call call) {
    return Answer.html(
        200, "<html><body>System Dashboard of " + call.person().displayName() + "</body></html>");
  }

  private static Answer home(Call call) {
    return Answer.redirect(call.request().getContextPath() + "/secure/Dashboard.jspa");
  }
}
