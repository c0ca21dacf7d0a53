package dev.apiauth.testkit.product.platform;

import dev.apiauth.testkit.product.account.BasicAuthenticationSetting;
import dev.apiauth.testkit.product.account.BasicAuthenticationSwitch;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Json;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;

/**
 * {@code /rest/basicauth/1.0/config}: an administrator's view of the product's own Basic switch.
 */
public final class BasicAuthenticationResource {

  private static final String PATH = "/rest/basicauth/1.0|latest/config";

  private final BasicAuthenticationSetting basicAuthentication;

  public BasicAuthenticationResource(BasicAuthenticationSetting basicAuthentication) {
    this.basicAuthentication = basicAuthentication;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            PATH, Access.ADMINISTRATOR, call -> Answer.json(200, basicAuthentication.current())),
        Route.put(PATH, Access.ADMINISTRATOR, this::set));
  }

  private Answer set(Call call) throws IOException {
    basicAuthentication.set(Json.convert(call.body(), BasicAuthenticationSwitch.class));
    return Answer.json(200, basicAuthentication.current());
  }
}
