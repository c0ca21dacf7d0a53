package dev.apiauth.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3; RFC 8414).
 *
 * @param document the JSON object; a missing node where there is none
 */
record ProviderMetadata(JsonNode document) {

  private static final JsonMapper JSON = new JsonMapper();

  static final ProviderMetadata NONE = new ProviderMetadata(MissingNode.getInstance());

  /** Reads a document; empty if it is no JSON object. */
  static Optional<ProviderMetadata> read(String body) {
    return json(body).filter(JsonNode::isObject).map(ProviderMetadata::new);
  }

  /** Reads JSON; empty if it is none. */
  static Optional<JsonNode> json(String body) {
    try {
      return Optional.ofNullable(JSON.readTree(body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A member that is a text. */
  Optional<String> text(String member) {
    return Optional.ofNullable(document.path(member).textValue());
  }
}
