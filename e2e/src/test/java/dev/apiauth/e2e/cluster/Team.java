package dev.apiauth.e2e.cluster;

import dev.apiauth.testkit.cluster.ServiceEndpoint;
import dev.apiauth.testkit.kube.tool.ToolResult;
import dev.apiauth.testkit.process.Pauses;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Manifest;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * A team with a namespace of its own, and what it does in it by kubectl.
 *
 * @param cluster where
 * @param namespace watched by the operator
 */
public record Team(Cluster cluster, String namespace) {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("apiauth.root")).resolve("examples").resolve("cluster");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /** The resource of {@code examples/cluster} for that product, in this namespace. */
  public Manifest resource(Product product) {
    return in(EXAMPLES.resolve(key(product) + ".yaml"))
        .with("/spec/providers/0/parameters/url", cluster.keycloakOrigin());
  }

  /**
   * The StatefulSet of {@code examples/cluster/workloads} for that product, without its Service.
   */
  public Manifest statefulSet(Product product) {
    return Manifest.of(workload(product)[0]).with("/metadata/namespace", namespace);
  }

  /** The Service of {@code examples/cluster/workloads} for that product. */
  public Manifest service(Product product) {
    return Manifest.of(workload(product)[1]).with("/metadata/namespace", namespace);
  }

  private static String[] workload(Product product) {
    try {
      return java.nio.file.Files.readString(
              EXAMPLES.resolve("workloads").resolve(key(product) + ".yaml"))
          .split("(?m)^---$", 2);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Manifest in(Path file) {
    return Manifest.read(file).with("/metadata/namespace", namespace);
  }

  /** The name that example, workload and Service of a product have. */
  public static String key(Product product) {
    return product.name().toLowerCase(Locale.ROOT);
  }

  /** Applies tokens on file, the resource, the workload and its Service; does not wait. */
  public void deploy(Product product) {
    deploy(product, resource(product), 1);
  }

  /** The same with another resource and number of pods. */
  public void deploy(Product product, Manifest resource, int replicas) {
    deploy(product, resource, statefulSet(product).with("/spec/replicas", replicas));
  }

  /** The same with another resource and workload. */
  public void deploy(Product product, Manifest resource, Manifest workload) {
    apply(cluster.vault(product).secret(namespace));
    apply(resource.yaml());
    awaitCondition(product, "Accepted", "True");
    apply(workload.yaml());
    apply(service(product).yaml());
  }

  /** {@code kubectl apply}, which must succeed. */
  public void apply(String manifest) {
    cluster.controlPlane().kubectl().runWith(manifest, "apply", "--filename=-");
  }

  /** {@code kubectl apply}, whatever it comes to. */
  public ToolResult tryToApply(String manifest) {
    return cluster.controlPlane().kubectl().attemptWith(manifest, "apply", "--filename=-");
  }

  /** kubectl in this namespace, whatever it comes to. */
  public ToolResult kubectl(String... arguments) {
    var words = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    words[arguments.length] = "--namespace=" + namespace;
    return cluster.controlPlane().kubectl().attempt(words);
  }

  /** {@code kubectl wait} for a condition of a product's resource, two minutes at most. */
  public void awaitCondition(Product product, String condition, String status) {
    ToolResult waited =
        kubectl(
            "wait",
            "--for=condition=%s=%s".formatted(condition, status),
            "--timeout=120s",
            "atlassianapiauth/" + key(product));
    if (!waited.succeeded())
      throw new AssertionError(
          "%s%n%s%n%s"
              .formatted(
                  waited.stderr(),
                  kubectl("get", "atlassianapiauth/" + key(product), "--output=yaml").stdout(),
                  kubectl("get", "pods", "--output=wide").stdout()));
  }

  /** A field of a condition: status, reason or message; empty while there is no such condition. */
  public String condition(Product product, String type, String field) {
    return kubectl(
            "get",
            "atlassianapiauth/" + key(product),
            "--output=jsonpath={.status.conditions[?(@.type==\"%s\")].%s}".formatted(type, field))
        .stdout();
  }

  /** A client where the product's Service leads; waits for a ready pod. */
  public Client client(Product product) {
    return new Client(new ServiceEndpoint(admin(), namespace, key(product)).await());
  }

  /** Cluster admin. */
  public KubernetesClient admin() {
    return cluster.controlPlane().client();
  }

  /** Waits until that holds; fails with the words if it does not within the time. */
  public static void await(Duration atMost, String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline)
        throw new AssertionError("not within %s s: %s".formatted(atMost.toSeconds(), what));
      Pauses.pause(BETWEEN_LOOKS);
    }
  }
}
