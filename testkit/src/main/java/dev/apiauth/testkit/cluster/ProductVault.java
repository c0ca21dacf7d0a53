package dev.apiauth.testkit.cluster;

import dev.apiauth.testkit.idp.KeycloakPerson;
import dev.apiauth.testkit.kube.pod.ProductImage;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Manifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A product's own personal access tokens: each of its pods honours them, and those on file are in a
 * Secret as in {@code examples/secrets/pats.yaml}.
 *
 * @param product whose
 * @param tokens the token of each user; the user admin has an account and no token
 */
public record ProductVault(Product product, Map<String, String> tokens) {

  private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "svc-ci");

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {labels: {}}
      stringData: {}
      """;

  public ProductVault {
    tokens = Map.copyOf(tokens);
  }

  /** New tokens for everybody who has an account. */
  public static ProductVault of(Product product) {
    var tokens = new TreeMap<String, String>();
    PEOPLE.forEach(user -> tokens.put(user, product.tokenFormat().anew()));
    return new ProductVault(product, tokens);
  }

  /** The product as an image whose containers know these people, their passwords and tokens. */
  public ProductImage image() {
    List<String> users =
        Stream.concat(
                Stream.of("admin"),
                PEOPLE.stream().map(user -> user + ":" + KeycloakPerson.named(user).password()))
            .toList();
    return new ProductImage(
        product,
        users,
        tokens.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
  }

  /**
   * A token that the product honours as that user's.
   *
   * @throws IllegalArgumentException if that user has none
   */
  public String tokenOf(String user) {
    String token = tokens.get(user);
    if (token == null) throw new IllegalArgumentException(user + " has no token");
    return token;
  }

  /** The value of the label {@code apiauth.dev/pat-vault}: the product's name, in lower case. */
  public String label() {
    return product.name().toLowerCase(Locale.ROOT);
  }

  /** The Secret with all of them, as a manifest. */
  public String secret(String namespace) {
    String entries =
        tokens.entrySet().stream()
            .map(
                entry ->
                    "- {username: %s, token: \"%s\"}\n".formatted(entry.getKey(), entry.getValue()))
            .sorted()
            .collect(Collectors.joining());
    return Manifest.of(SECRET)
        .with("/metadata/name", "pats-" + label())
        .with("/metadata/namespace", namespace)
        .with("/metadata/labels", Map.of("apiauth.dev/pat-vault", label()))
        .with("/stringData", Map.of("pats.yaml", entries))
        .yaml();
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "ProductVault[" + product + "]";
  }
}
