package dev.apiauth.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.policy.spec.ProviderSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the provider could stand in a resource, judged by one of its tokens. */
final class Proposal {

  /** In the order in which they are likely to be the name that people log in with. */
  private static final List<String> USERNAMES =
      List.of("preferred_username", "username", "upn", "unique_name", "login", "nickname", "email");

  private static final List<String> GROUPS =
      List.of("groups", "cognito:groups", "group", "roles", "realm_access.roles", "permissions");

  private static final List<String> AUDIENCES = List.of("aud", "client_id", "azp", "cid");

  private Proposal() {}

  /** The entry of {@code spec.providers}; what cannot be told from the token is left as it was. */
  static Map<String, Object> of(ProviderSpec spec, JsonNode claims) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("name", spec.name());
    if (spec.preset() != null) entry.put("preset", spec.preset());
    if (spec.type() != null) entry.put("type", spec.type().name());
    if (!spec.parameters().isEmpty()) entry.put("parameters", spec.parameters());
    if (spec.issuer() != null) entry.put("issuer", spec.issuer());
    entry.put("audiences", audiences(claims).orElse(spec.audiences()));
    first(USERNAMES, claims).ifPresent(claim -> entry.put("username", Map.of("claim", claim)));
    first(GROUPS, claims).ifPresent(claim -> entry.put("groups", Map.of("claim", claim)));
    return entry;
  }

  private static Optional<List<String>> audiences(JsonNode claims) {
    return AUDIENCES.stream()
        .map(claim -> texts(claims.path(claim)))
        .filter(values -> !values.isEmpty())
        .findFirst();
  }

  private static Optional<String> first(List<String> names, JsonNode claims) {
    return names.stream().filter(name -> isThere(name, claims)).findFirst();
  }

  private static boolean isThere(String name, JsonNode claims) {
    return !texts(claims.path(name)).isEmpty()
        || !texts(claims.at("/" + name.replace('.', '/'))).isEmpty();
  }

  private static List<String> texts(JsonNode value) {
    Stream<JsonNode> items = value.isArray() ? value.valueStream() : Stream.of(value);
    return new ArrayList<>(items.filter(JsonNode::isTextual).map(JsonNode::asText).toList());
  }
}
