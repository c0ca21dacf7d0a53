package dev.apiauth.testkit.product.confluence;

import dev.apiauth.testkit.product.platform.BasicAuthenticationResource;
import dev.apiauth.testkit.product.platform.FormLogin;
import dev.apiauth.testkit.product.platform.PasswordSignIn;
import dev.apiauth.testkit.product.platform.PersonalAccessTokenResource;
import dev.apiauth.testkit.product.platform.StatusResource;
import dev.apiauth.testkit.product.platform.TwoStepLoginResource;
import dev.apiauth.testkit.product.platform.WhoAmIServlet;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import dev.apiauth.testkit.product.rest.Surface;
import dev.apiauth.testkit.product.site.Site;
import java.util.List;
import java.util.stream.Stream;

/** Confluence 10 as far as it is simulated. */
public final class ConfluenceSurface implements Surface {

  private static final FormLogin LOGIN =
      new FormLogin("/login.action", "/dologin.action", FormLogin.Fields.SERAPH, "/index.action");

  private final Site site;
  private final ErrorShape errors = new ConfluenceErrors();
  private final ContentStore store = new ContentStore();

  public ConfluenceSurface(Site site) {
    this.site = site;
  }

  @Override
  public ErrorShape errors() {
    return errors;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(
            new ContentResource(store, errors).routes(),
            new SpaceResource(store, errors).routes(),
            ContentBodyResource.routes(),
            new UserGroupsResource(site.people(), errors).routes(),
            pagesAndUsers(),
            new TwoStepLoginResource(new PasswordSignIn(site)).routes(),
            LOGIN.routes(site),
            StatusResource.routes(),
            WhoAmIServlet.routes(),
            new PersonalAccessTokenResource(site.tokens(), errors, site.clock()).routes(),
            new BasicAuthenticationResource(site.basicAuthentication()).routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> pagesAndUsers() {
    return List.of(
        Route.get(
            "/rest/api/user/current",
            Access.ANYBODY,
            call -> Answer.json(200, ConfluenceUser.of(call.caller()))),
        Route.get("/", Access.SIGNED_IN, ConfluenceSurface::dashboard),
        Route.get("/index.action", Access.SIGNED_IN, ConfluenceSurface::dashboard),
        Route.get("/display/{space}/{title}", Access.SIGNED_IN, ConfluenceSurface::dashboard));
  }

  private static Answer dashboard(Call call) {
    return Answer.html(
        200, "<html><body>Dashboard of " + call.person().displayName() + "</body></html>");
  }
}
