package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A control plane, a namespace and a node whose pods run {@link PodProgram} as image "program". */
final class PodCluster implements AutoCloseable {

  static final int PORT = 8080;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> SMALL_JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx32m",
          "-cp",
          System.getProperty("java.class.path"));

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
  private final KubernetesClient client = ControlPlane.shared().client();
  private final String namespace = ControlPlane.shared().newNamespace("pods");
  private final PodRunner runner;

  private PodCluster(PodRunnerOptions options) {
    runner = PodRunner.start(client, options);
  }

  static PodCluster start() {
    return start(PodRunnerOptions.of(images()));
  }

  static PodCluster start(PodRunnerOptions options) {
    return new PodCluster(options);
  }

  static LocalImages images() {
    return LocalImages.none()
        .with("program", LocalImage.java(SMALL_JVM, PodProgram.class.getName()))
        .with("shell", LocalImage.ownCommand());
  }

  KubernetesClient client() {
    return client;
  }

  String namespace() {
    return namespace;
  }

  PodRunner runner() {
    return runner;
  }

  /** Creates what the YAML says, in this namespace. */
  void create(String yaml) {
    var objects = client.load(new ByteArrayInputStream(yaml.getBytes(UTF_8))).items();
    for (HasMetadata object : objects) {
      client.resource(object).inNamespace(namespace).create();
    }
  }

  Pod pod(String name) {
    return client.pods().inNamespace(namespace).withName(name).get();
  }

  Pod awaitReady(String pod) {
    return await(pod, PodCluster::isReady);
  }

  static boolean isReady(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .anyMatch(
            condition ->
                condition.getType().equals("Ready") && condition.getStatus().equals("True"));
  }

  /** Waits until the pod is like that, and says what it was like if it never is. */
  Pod await(String pod, Predicate<Pod> condition) {
    return until(() -> pod(pod), found -> found != null && condition.test(found));
  }

  /** Waits until the pod is gone from the API server. */
  void awaitGone(String pod) {
    until(() -> List.of(Stream.ofNullable(pod(pod)).toArray()), List::isEmpty);
  }

  static <T> T until(Supplier<T> look, Predicate<T> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var found = look.get();
    while (!condition.test(found)) {
      assertThat(System.nanoTime()).as("still %s", found).isLessThan(deadline);
      new Ending().within(Duration.ofMillis(50));
      found = look.get();
    }
    return found;
  }

  /** The body of the answer at the pod's own address. */
  String ask(String pod, int port, String path) throws IOException, InterruptedException {
    var uri = URI.create("http://%s:%d%s".formatted(address(pod), port, path));
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  String address(String pod) {
    return pod(pod).getStatus().getPodIP();
  }

  static ContainerStatus status(Pod pod, String container) {
    return Stream.concat(
            pod.getStatus().getInitContainerStatuses().stream(),
            pod.getStatus().getContainerStatuses().stream())
        .filter(status -> status.getName().equals(container))
        .findFirst()
        .orElseThrow();
  }

  /** When the program of a container said that. */
  Instant said(String pod, String container, String what) {
    return runner
        .logs(namespace, pod, container)
        .lines()
        .filter(line -> line.endsWith(" " + what))
        .map(line -> Instant.parse(line.split(" ", 2)[0]))
        .findFirst()
        .orElseThrow();
  }

  static <T> Predicate<Pod> where(Function<Pod, T> part, T value) {
    return pod -> part.apply(pod).equals(value);
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace).withGracePeriod(0).delete();
    runner.close();
  }
}
