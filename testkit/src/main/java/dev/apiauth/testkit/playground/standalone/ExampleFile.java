package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Ports;
import java.nio.file.Path;

/**
 * An example of a sidecar that runs alone, as its file in {@code examples/standalone} has it: the
 * product's usual port with a 1 before it, and the sidecar's with a 2.
 *
 * @param example which product
 * @param productPort the one that the file names
 * @param sidecarPort where its sidecar is usually served
 */
record ExampleFile(Example example, int productPort, int sidecarPort) {

  static ExampleFile of(Example example) {
    return switch (example) {
      case JIRA -> new ExampleFile(example, 18_080, 28_080);
      case CONFLUENCE -> new ExampleFile(example, 18_090, 28_090);
      case BITBUCKET -> new ExampleFile(example, 17_990, 27_990);
    };
  }

  Path in(Path checkout) {
    return checkout.resolve("examples").resolve("standalone").resolve(example.key() + ".yaml");
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
          "examples/standalone/%s.yaml lacks %s".formatted(example.key(), usual));
    return text.replace(usual, actual);
  }
}
