package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.kube.pod.ProductImage;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.scenario.Manifest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The products' own personal access tokens: each pod of a product honours them, and those on file
 * are in a Secret as in {@code examples/secrets/pats.yaml}.
 */
final class Vaults {

  /** Who has an account in the products and a token on file; admin has an account alone. */
  private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "svc-ci");

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {labels: {}}
      stringData: {}
      """;

  private final Map<Example, Map<String, String>> userByToken = new EnumMap<>(Example.class);

  Vaults() {
    for (Example example : Example.values()) {
      var tokens = new HashMap<String, String>();
      PEOPLE.forEach(user -> tokens.put(example.product().tokenFormat().anew(), user));
      userByToken.put(example, Map.copyOf(tokens));
    }
  }

  /** The product as an image whose containers know these people and tokens. */
  ProductImage image(Example example) {
    List<String> users =
        Stream.concat(
                Stream.of("admin"),
                PEOPLE.stream().map(user -> user + ":" + GuideCalls.passwordOf(user)))
            .toList();
    return new ProductImage(example.product(), users, tokens(example));
  }

  /** A token that the product honours as that user's. */
  String tokenOf(Example example, String user) {
    return tokens(example).entrySet().stream()
        .filter(token -> token.getValue().equals(user))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The Secret with all of them. */
  String secret(Example example, String namespace) {
    String entries =
        PEOPLE.stream()
            .map(
                user -> "- {username: %s, token: \"%s\"}\n".formatted(user, tokenOf(example, user)))
            .collect(Collectors.joining());
    return Manifest.of(SECRET)
        .with("/metadata/name", "pats-" + example.key())
        .with("/metadata/namespace", namespace)
        .with("/metadata/labels", Map.of("apiauth.dev/pat-vault", example.key()))
        .with("/stringData", Map.of("pats.yaml", entries))
        .yaml();
  }

  private Map<String, String> tokens(Example example) {
    return userByToken.getOrDefault(example, Map.of());
  }
}
