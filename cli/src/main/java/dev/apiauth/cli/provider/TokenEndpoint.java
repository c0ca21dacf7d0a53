package dev.apiauth.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apiauth.cli.provider.ProviderHttp.Reply;
import java.util.Map;
import java.util.Optional;

/** A provider's token endpoint, in the name of a client (RFC 6749, section 3.2). */
record TokenEndpoint(String url, LoginClient client, ProviderHttp http) {

  private static final int OK = 200;

  /** Asks for a token. */
  LoginOutcome request(Map<String, String> form) {
    return switch (http.post(url, client.form(form), client.authorization())) {
      case Reply.Unanswered(String because) -> new LoginOutcome.Unanswered(because);
      case Reply.Answered answered -> read(answered);
    };
  }

  private static LoginOutcome read(Reply.Answered answered) {
    JsonNode body =
        ProviderMetadata.json(answered.body()).orElseGet(() -> MissingNode.getInstance());
    String token = body.path("access_token").asText();
    return answered.status() == OK && !token.isEmpty()
        ? new LoginOutcome.Tokens(token, Optional.ofNullable(body.path("id_token").textValue()))
        : new LoginOutcome.Refused(error(answered.status(), body));
  }

  /** In the provider's own words (RFC 6749, section 5.2), which hold no secret of ours. */
  static String error(int status, JsonNode body) {
    String error = body.path("error").asText();
    String description = body.path("error_description").asText();
    return "the provider answers with status %d %s %s"
        .formatted(status, error, description)
        .strip();
  }
}
