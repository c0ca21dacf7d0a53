package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.product.ProductSimulator;
import dev.apiauth.testkit.product.site.Product;
import java.nio.file.Path;
import java.util.Locale;

/** A product of the playground, as its file in {@code examples/standalone} has it. */
enum Example {
  JIRA(Product.JIRA, 18_080, 28_080),
  CONFLUENCE(Product.CONFLUENCE, 18_090, 28_090),
  BITBUCKET(Product.BITBUCKET, 17_990, 27_990);

  private final Product product;
  private final int productPort;
  private final int sidecarPort;

  /**
   * The product's usual port with a 1 before it, and the sidecar's with a 2.
   *
   * @param productPort the one in the example
   */
  Example(Product product, int productPort, int sidecarPort) {
    this.product = product;
    this.productPort = productPort;
    this.sidecarPort = sidecarPort;
  }

  ProductSimulator simulator() {
    return ProductSimulator.of(product);
  }

  int productPort() {
    return productPort;
  }

  int sidecarPort() {
    return sidecarPort;
  }

  /** Also the audience of its tokens, and the value of its vault's label. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return key().substring(0, 1).toUpperCase(Locale.ROOT) + key().substring(1);
  }

  Path file(Path checkout) {
    return checkout.resolve("examples").resolve("standalone").resolve(key() + ".yaml");
  }

  /**
   * The example's text for these ports: itself where they are the usual ones.
   *
   * @throws IllegalStateException if the example does not name the usual ports
   */
  String withPorts(String text, int actualProductPort, int keycloakPort) {
    return replaced(
        replaced(text, upstream(productPort), upstream(actualProductPort)),
        keycloak(Ports.KEYCLOAK),
        keycloak(keycloakPort));
  }

  private static String upstream(int port) {
    return "{port: " + port;
  }

  private static String keycloak(int port) {
    return "http://127.0.0.1:" + port;
  }

  private String replaced(String text, String usual, String actual) {
    if (!text.contains(usual))
      throw new IllegalStateException(
          "examples/standalone/%s.yaml lacks %s".formatted(key(), usual));
    return text.replace(usual, actual);
  }
}
