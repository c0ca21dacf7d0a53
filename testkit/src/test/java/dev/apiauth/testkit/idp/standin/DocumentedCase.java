package dev.apiauth.testkit.idp.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a vendor documents. Texts may hold {@code {token}}, {@code {id}}, {@code
 * {secret}} and {@code {basic}}: the token of the case and what we are known by.
 *
 * @param name what is shown
 * @param provider a {@link HostedProvider}
 * @param token its kind; VALID where it is left out
 * @param groups how many more groups alice is in
 * @param ask the request; where it is left out, the token itself is looked at
 * @param headers of the request; an empty one is left out
 * @param body of the request
 * @param status of the answer
 * @param answered headers of the answer
 * @param says members of the answer, or of the token; {@code *} is any value
 * @param lacks members that must not be there
 */
record DocumentedCase(
    String name,
    HostedProvider provider,
    @Nullable TokenKind token,
    int groups,
    @Nullable String ask,
    @Nullable Map<String, String> headers,
    @Nullable String body,
    int status,
    @Nullable Map<String, String> answered,
    @Nullable JsonNode says,
    @Nullable List<String> lacks) {

  TokenKind kind() {
    return Objects.requireNonNullElse(token, TokenKind.VALID);
  }

  Map<String, String> sent() {
    return Objects.requireNonNullElse(headers, Map.of());
  }

  String content() {
    return Objects.requireNonNullElse(body, "");
  }

  Map<String, String> answeredHeaders() {
    return Objects.requireNonNullElse(answered, Map.of());
  }

  JsonNode expected() {
    return Objects.requireNonNullElse(says, NullNode.getInstance());
  }

  List<String> absent() {
    return Objects.requireNonNullElse(lacks, List.of());
  }

  @Override
  public String toString() {
    return provider + ": " + name;
  }
}
