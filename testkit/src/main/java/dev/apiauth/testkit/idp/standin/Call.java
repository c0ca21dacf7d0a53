package dev.apiauth.testkit.idp.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that reached a stand-in.
 *
 * @param method of HTTP
 * @param host that it was sent to
 * @param path decoded, without the query
 * @param query its parameters, decoded; of equal names the last
 * @param headers by name in lower case
 * @param body as UTF-8, cut after 1 MiB
 * @param variables what stood for the names in the route's path
 */
public record Call(
    String method,
    String host,
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    String body,
    Map<String, String> variables) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Call {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
    variables = Map.copyOf(variables);
  }

  Call with(Map<String, String> found) {
    return new Call(method, host, path, query, headers, body, found);
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The token of {@code Authorization: Bearer} (RFC 6750, section 2.1). */
  public Optional<String> bearer() {
    return credential("bearer ");
  }

  /** Client id and secret of {@code Authorization: Basic} (RFC 6749, section 2.3.1). */
  public Optional<ClientSecret> basic() {
    return userAndPassword().flatMap(ClientSecret::of);
  }

  /** What {@code Authorization: Basic} carries, as it stands (RFC 7617). */
  Optional<String> userAndPassword() {
    try {
      return credential("basic ")
          .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Client id and secret as RFC 6749, section 2.3.1 allows them: by Basic or in the form. */
  public Optional<ClientSecret> client() {
    return basic().or(() -> ClientSecret.in(form()));
  }

  /** The fields of a form, decoded; none if the body is none. */
  public Map<String, String> form() {
    boolean form =
        header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
    return form ? FormText.decoded(body) : Map.of();
  }

  /** The body as JSON; a missing node if it is none. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** What the query says of that name. */
  public Optional<String> queried(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** What stood in the path for that name of the route. */
  public String variable(String name) {
    return Optional.ofNullable(variables.get(name)).orElseThrow();
  }

  private Optional<String> credential(String scheme) {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip());
  }
}
