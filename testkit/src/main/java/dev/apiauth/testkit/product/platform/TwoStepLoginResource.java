package dev.apiauth.testkit.product.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.account.LoginResult;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.platform.PasswordSignIn.Remember;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;

/**
 * {@code POST /rest/tsv/1.0/authenticate}: what the login page of every current product calls.
 *
 * <p>No second step is simulated: a right password suffices. The bodies of the answers are of our
 * own making; only their status and the session cookie are the products'.
 */
public final class TwoStepLoginResource {

  record Success(String status, String targetUrl) {}

  record Failure(String status, String message, boolean captchaRequired) {}

  private final PasswordSignIn signIn;

  public TwoStepLoginResource(PasswordSignIn signIn) {
    this.signIn = signIn;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/rest/tsv/1.0|latest/authenticate", Access.ANYBODY, this::authenticate));
  }

  private Answer authenticate(Call call) throws IOException {
    var body = call.body();
    var username = body.path("username").asText("");
    return switch (signIn.attempt(call, username, body.path("password").asText(""))) {
      case LoginResult.SignedIn(Person person) -> success(call, body, person);
      case LoginResult.WrongPassword() ->
          Answer.json(401, new Failure("failed", "Wrong user name or password.", false));
      case LoginResult.CaptchaRequired() ->
          Answer.json(403, new Failure("failed", "Solve the CAPTCHA first.", true));
    };
  }

  private Answer success(Call call, JsonNode body, Person person) {
    var answer = Answer.json(200, new Success("success", body.path("targetUrl").asText("/")));
    var remember = body.path("rememberMe").asBoolean() ? Remember.YES : Remember.NO;
    return signIn.remembering(remember, person, call, answer);
  }
}
