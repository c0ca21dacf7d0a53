package dev.apiauth.testkit.product.confluence;

import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;

/** {@code /rest/api/space}. */
final class SpaceResource {

  private static final String SPACES = "/rest/api/space";

  private final ContentStore store;
  private final ErrorShape errors;

  SpaceResource(ContentStore store, ErrorShape errors) {
    this.store = store;
    this.errors = errors;
  }

  List<Route> routes() {
    return List.of(
        Route.get(SPACES, Access.ANYBODY, this::list),
        Route.post(SPACES, Access.SIGNED_IN, this::create),
        Route.get(SPACES + "/{key}", Access.SIGNED_IN, this::show),
        Route.delete(SPACES + "/{key}", Access.SIGNED_IN, this::delete));
  }

  private Answer list(Call call) {
    List<Space> visible = call.caller().isAnonymous() ? List.of() : store.spaces();
    return ResultList.answer(
        call, visible.stream().map(space -> space.bean(call.baseUrl())).toList());
  }

  private Answer create(Call call) throws IOException {
    var body = call.body();
    var key = body.path("key").asText("");
    var name = body.path("name").asText("");
    if (!key.matches("[A-Za-z0-9]{1,255}") || name.isBlank()) {
      return errors.error(400, "A space needs a name and a key of letters and digits.");
    }
    return store
        .createSpace(key, name, call.person())
        .map(space -> Answer.json(200, space.bean(call.baseUrl())))
        .orElseGet(() -> errors.error(400, "A space with key " + key + " exists already."));
  }

  private Answer show(Call call) {
    return store
        .space(call.variable("key"))
        .map(space -> Answer.json(200, space.bean(call.baseUrl())))
        .orElseGet(() -> notFound(call));
  }

  /** 202: real Confluence deletes in the background, the simulator at once. */
  private Answer delete(Call call) {
    var space = store.space(call.variable("key"));
    space.ifPresent(store::deleteSpace);
    return space.isPresent()
        ? Answer.json(202, Links.self(call.baseUrl() + "/rest/api/longtask/1"))
        : notFound(call);
  }

  private Answer notFound(Call call) {
    return errors.error(404, "No space found with key : " + call.variable("key"));
  }
}
