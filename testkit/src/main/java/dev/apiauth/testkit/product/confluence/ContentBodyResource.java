package dev.apiauth.testkit.product.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.List;

/**
 * {@code /rest/api/contentbody/convert/{to}}: turns one representation of a text into another,
 * which is a read by POST. The text is not changed here.
 */
final class ContentBodyResource {

  record Body(String value, String representation) {}

  private ContentBodyResource() {}

  static List<Route> routes() {
    return List.of(
        Route.post(
            "/rest/api/contentbody/convert/{to}", Access.SIGNED_IN, ContentBodyResource::convert));
  }

  private static Answer convert(Call call) throws IOException {
    JsonNode body = call.body();
    return Answer.json(200, new Body(body.path("value").asText(), call.variable("to")));
  }
}
