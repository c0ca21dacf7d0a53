package dev.apiauth.testkit.product.platform;

import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.LoginResult;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.RememberMe;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.site.Site;

/** Trades a name and a password for a session: what every login endpoint does in the end. */
public final class PasswordSignIn {

  /** Whether the login outlives the session. */
  public enum Remember {
    NO,
    YES;

    /** Reads the tick box of a login form. */
    public static Remember ticked(String value) {
      return value.equals("true") || value.equals("on") ? YES : NO;
    }
  }

  private final Site site;

  public PasswordSignIn(Site site) {
    this.site = site;
  }

  /** Tries the password; on success the request's session belongs to the person from now on. */
  public LoginResult attempt(Call call, String username, String password) {
    var result = site.passwords().attempt(username, password);
    if (result instanceof LoginResult.SignedIn(Person person)) {
      BrowserSession.start(call.request(), person);
    }
    return result;
  }

  /** The answer, with a remember-me cookie for {@code person} if that was wished. */
  public Answer remembering(Remember remember, Person person, Call call, Answer answer) {
    if (remember == Remember.NO) {
      return answer;
    }
    var rememberMe = new RememberMe(site.product().rememberMeCookie(), site.remembered());
    return response -> {
      rememberMe.handOut(person, call.request(), response);
      answer.send(response);
    };
  }
}
