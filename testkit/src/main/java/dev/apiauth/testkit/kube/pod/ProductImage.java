package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.product.ProductMain;
import dev.apiauth.testkit.product.site.Product;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The official image of a product, run as its simulator. It listens on all addresses of the pod, on
 * the port and at the context path that the official charts give it by environment
 * (data-center-helm-charts 2.0.9), else on its container's first port.
 *
 * @param users {@code alice}, or {@code alice:password}
 * @param tokens the product's own tokens that every pod honours: value to user
 */
public record ProductImage(Product product, List<String> users, Map<String, String> tokens)
    implements LocalImage {

  private static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-Xmx96m", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  public ProductImage {
    users = List.copyOf(users);
    tokens = Map.copyOf(tokens);
  }

  String name() {
    return switch (product) {
      case JIRA -> "atlassian/jira-software";
      case CONFLUENCE -> "atlassian/confluence";
      case BITBUCKET -> "atlassian/bitbucket";
    };
  }

  /** The image's own entry point, whatever command the container names. */
  @Override
  public List<String> commandLine(ContainerCall call) {
    var words = new ArrayList<String>();
    words.add(LocalImage.javaCommand());
    words.addAll(SMALL_JVM);
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(ProductMain.class.getName(), "--product", product.name()));
    words.addAll(List.of("--tell-requests", "--listen", "0.0.0.0", "--port", port(call)));
    words.addAll(List.of("--context-path", contextPath(call)));
    users.forEach(user -> words.addAll(List.of("--user", user)));
    tokens.forEach((value, user) -> words.addAll(List.of("--token", user + ":" + value)));
    return words;
  }

  private String port(ContainerCall call) {
    return firstSet(call, "ATL_TOMCAT_PORT", "SERVER_PORT")
        .or(() -> firstPort(call))
        .orElseThrow(() -> new IllegalArgumentException("a product's container needs a port"));
  }

  private static Optional<String> firstPort(ContainerCall call) {
    return call.container().getPorts().stream()
        .map(ContainerPort::getContainerPort)
        .map(String::valueOf)
        .findFirst();
  }

  private static String contextPath(ContainerCall call) {
    return firstSet(call, "ATL_TOMCAT_CONTEXTPATH", "SERVER_CONTEXT_PATH").orElse("/");
  }

  private static Optional<String> firstSet(ContainerCall call, String... variables) {
    return Stream.of(variables)
        .flatMap(variable -> Optional.ofNullable(call.environment().get(variable)).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "ProductImage[" + product + "]";
  }
}
