package dev.apiauth.testkit.product.jira;

import dev.apiauth.testkit.product.platform.BasicAuthenticationResource;
import dev.apiauth.testkit.product.platform.EchoWebSocket;
import dev.apiauth.testkit.product.platform.FormLogin;
import dev.apiauth.testkit.product.platform.PasswordSignIn;
import dev.apiauth.testkit.product.platform.PersonalAccessTokenResource;
import dev.apiauth.testkit.product.platform.StatusResource;
import dev.apiauth.testkit.product.platform.TwoStepLoginResource;
import dev.apiauth.testkit.product.platform.WhoAmIServlet;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import dev.apiauth.testkit.product.rest.Surface;
import dev.apiauth.testkit.product.site.Site;
import java.util.List;
import java.util.stream.Stream;

/** Jira 11 as far as it is simulated. */
public final class JiraSurface implements Surface {

  private static final FormLogin LOGIN =
      new FormLogin("/login.jsp", "/login.jsp", FormLogin.Fields.SERAPH, "/secure/Dashboard.jspa");

  private final Site site;
  private final JiraErrors errors = new JiraErrors();
  private final IssueStore issues = new IssueStore();

  public JiraSurface(Site site) {
    this.site = site;
  }

  @Override
  public ErrorShape errors() {
    return errors;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(restApi(), logins(), platform(), PagesResource.routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> restApi() {
    return Stream.of(
            new InstanceResource(errors, site.clock()).routes(),
            new IssueResource(issues, errors).routes(),
            new SearchResource(issues).routes(),
            new AttachmentResource(errors).routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> logins() {
    var signIn = new PasswordSignIn(site);
    return Stream.of(
            new SessionResource(site, signIn, errors).routes(),
            new TwoStepLoginResource(signIn).routes(),
            LOGIN.routes(site))
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> platform() {
    return Stream.of(
            StatusResource.routes(),
            WhoAmIServlet.routes(),
            EchoWebSocket.routes(),
            new PersonalAccessTokenResource(site.tokens(), errors, site.clock()).routes(),
            new BasicAuthenticationResource(site.basicAuthentication()).routes())
        .flatMap(List::stream)
        .toList();
  }
}
