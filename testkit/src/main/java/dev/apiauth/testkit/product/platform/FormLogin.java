package dev.apiauth.testkit.product.platform;

import dev.apiauth.testkit.product.account.LoginResult;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.platform.PasswordSignIn.Remember;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import dev.apiauth.testkit.product.site.Site;
import java.util.List;

/**
 * A login form and the path that it is posted to.
 *
 * @param page path of the form
 * @param submit path of the POST
 * @param fields names of the form's fields
 * @param home where a login leads, below the context path
 */
public record FormLogin(String page, String submit, Fields fields, String home) {

  /** Names of the form's fields. */
  public record Fields(String username, String password, String remember) {

    /** Those that Seraph reads on any path, and so before this form is reached. */
    public static final Fields SERAPH = new Fields("os_username", "os_password", "os_cookie");

    public static final Fields BITBUCKET =
        new Fields("j_username", "j_password", "_atl_remember_me");
  }

  public List<Route> routes(Site site) {
    return List.of(
        Route.get(page, Access.ANYBODY, this::form),
        Route.post(submit, Access.ANYBODY, call -> login(call, new PasswordSignIn(site))));
  }

  /** Shows the form, and starts a session that nobody is signed in to, as login pages do. */
  private Answer form(Call call) {
    call.request().getSession(true);
    return Answer.html(
        200,
        """
        <html><body><form method="post" action="%s">\
        <input name="%s"><input name="%s" type="password"></form></body></html>\
        """
            .formatted(
                call.request().getContextPath() + submit, fields.username(), fields.password()));
  }

  private Answer login(Call call, PasswordSignIn signIn) {
    var welcome = Answer.redirect(call.request().getContextPath() + home);
    if (!call.caller().isAnonymous()) {
      return welcome;
    }
    if (fields.equals(Fields.SERAPH)) {
      return form(call); // Seraph's filter has tried the password already
    }
    var username = call.parameter(fields.username()).orElse("");
    return signIn.attempt(call, username, call.parameter(fields.password()).orElse(""))
            instanceof LoginResult.SignedIn(Person person)
        ? signIn.remembering(remember(call), person, call, welcome)
        : Answer.redirect(call.request().getContextPath() + page + "?error");
  }

  private Remember remember(Call call) {
    return Remember.ticked(call.parameter(fields.remember()).orElse(""));
  }
}
