package dev.apiauth.testkit.product.jira;

import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.LoginResult;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.platform.PasswordSignIn;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import dev.apiauth.testkit.product.site.Site;
import java.io.IOException;
import java.util.List;

/**
 * {@code /rest/auth/1/session}: a cookie for a password, made for scripts. Closed where Basic is.
 */
final class SessionResource {

  record SessionBean(String name, String value) {}

  record LoginInfo(int failedLoginCount, int loginCount) {}

  record Opened(SessionBean session, LoginInfo loginInfo) {}

  record Current(String self, String name, LoginInfo loginInfo) {}

  private static final String PATH = "/rest/auth/1|latest/session";

  private final Site site;
  private final PasswordSignIn signIn;
  private final ErrorShape errors;

  SessionResource(Site site, PasswordSignIn signIn, ErrorShape errors) {
    this.site = site;
    this.signIn = signIn;
    this.errors = errors;
  }

  List<Route> routes() {
    return List.of(
        Route.post(PATH, Access.ANYBODY, this::open),
        Route.get(PATH, Access.SIGNED_IN, this::current),
        Route.delete(PATH, Access.SIGNED_IN, this::close));
  }

  private Answer open(Call call) throws IOException {
    var body = call.body();
    var username = body.path("username").asText("");
    if (site.basicAuthentication().current().blocks(call.request().getServletPath(), username)) {
      return errors.error(403, "Basic Authentication has been disabled on this instance.");
    }
    return switch (signIn.attempt(call, username, body.path("password").asText(""))) {
      case LoginResult.SignedIn(Person person) -> opened(call, person);
      case LoginResult.WrongPassword() -> errors.error(401, "Login failed");
      case LoginResult.CaptchaRequired() ->
          errors.error(403, "Login denied").with("X-Seraph-LoginReason", "AUTHENTICATION_DENIED");
    };
  }

  private Answer opened(Call call, Person person) {
    var id = call.request().getSession().getId();
    return Answer.json(
        200, new Opened(new SessionBean(site.product().sessionCookie(), id), info(person)));
  }

  private Answer current(Call call) {
    var person = call.person();
    var self = JiraUser.of(person, call.baseUrl()).self();
    return Answer.json(200, new Current(self, person.name(), info(person)));
  }

  private Answer close(Call call) {
    BrowserSession.end(call.request());
    return Answer.noContent();
  }

  private LoginInfo info(Person person) {
    return new LoginInfo(site.passwords().failures(person.name()), 1);
  }
}
