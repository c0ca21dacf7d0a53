package dev.apiauth.testkit.product.bitbucket;

import dev.apiauth.testkit.product.platform.BasicAuthenticationResource;
import dev.apiauth.testkit.product.platform.FormLogin;
import dev.apiauth.testkit.product.platform.PasswordSignIn;
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

/** Bitbucket 9.4 as far as it is simulated. */
public final class BitbucketSurface implements Surface {

  private static final FormLogin LOGIN =
      new FormLogin("/login", "/j_atl_security_check", FormLogin.Fields.BITBUCKET, "/dashboard");

  private final Site site;
  private final ErrorShape errors = new BitbucketErrors();

  public BitbucketSurface(Site site) {
    this.site = site;
  }

  @Override
  public ErrorShape errors() {
    return errors;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(
            new RepositoryResource(site.clock()).routes(),
            new AccessTokenResource(site.tokens(), errors, site.clock()).routes(),
            new GitResource(site.repositories()).routes(),
            largeFiles(),
            pages(),
            new TwoStepLoginResource(new PasswordSignIn(site)).routes(),
            LOGIN.routes(site),
            StatusResource.routes(),
            WhoAmIServlet.routes(),
            new BasicAuthenticationResource(site.basicAuthentication()).routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> largeFiles() {
    var access = new RepositoryAccess(site.repositories(), LfsAnswers::error);
    return Stream.of(
            new LfsBatchResource(access, site.largeFiles(), site.transfers()).routes(),
            new LfsStorageResource(access, site.largeFiles()).routes(),
            new LfsLocksResource(access, site.clock()).routes())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route> pages() {
    return List.of(
        Route.get("/", Access.SIGNED_IN, BitbucketSurface::dashboard),
        Route.get("/dashboard", Access.SIGNED_IN, BitbucketSurface::dashboard));
  }

  private static Answer dashboard(Call call) {
    return Answer.html(
        200, "<html><body>Your work, " + call.person().displayName() + "</body></html>");
  }
}
