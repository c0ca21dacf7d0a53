package dev.apiauth.operator.inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.zjsonpatch.JsonDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Other people's mutating webhooks, which change the pods of one namespace as ours does. */
final class OtherWebhooks implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final ControlPlane controlPlane = ControlPlane.shared();
  private final TestCertificateAuthority authority = TestCertificateAuthority.named("others");
  private final List<String> registered = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final String namespace;
  private final HttpsServer server;

  OtherWebhooks(String namespace) {
    this.namespace = namespace;
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(authority.server(LOOPBACK).context()));
    server.start();
  }

  /**
   * Registers one. The API server calls webhooks in the order of their names.
   *
   * @param reinvocation {@code Never} or {@code IfNeeded}
   */
  void register(String name, String reinvocation, UnaryOperator<Pod> change) {
    server.createContext("/" + name, exchange -> answer(exchange, change));
    registered.add(name);
    var configuration =
        new MutatingWebhookConfigurationBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .addNewWebhook()
            .withName(name + ".example.com")
            .withAdmissionReviewVersions("v1")
            .withSideEffects("None")
            .withReinvocationPolicy(reinvocation)
            .withNewClientConfig()
            .withUrl("https://%s:%d/%s".formatted(LOOPBACK, server.getAddress().getPort(), name))
            .withCaBundle(base64(authority.certificatePem()))
            .endClientConfig()
            .withNewNamespaceSelector()
            .addToMatchLabels("kubernetes.io/metadata.name", namespace)
            .endNamespaceSelector()
            .addNewRule()
            .withApiGroups("")
            .withApiVersions("v1")
            .withResources("pods")
            .withOperations("CREATE")
            .endRule()
            .endWebhook()
            .build();
    controlPlane.client().resource(configuration).create();
  }

  /** How often any of them was asked. */
  int calls() {
    return calls.get();
  }

  private void answer(HttpExchange exchange, UnaryOperator<Pod> change) throws IOException {
    try (exchange) {
      calls.incrementAndGet();
      JsonNode request = Yaml.documents(text(exchange)).findFirst().orElseThrow().path("request");
      JsonNode before = Yaml.tree(Yaml.as(Pod.class, request.path("object")));
      JsonNode after = Yaml.tree(change.apply(Yaml.as(Pod.class, request.path("object"))));
      byte[] review = review(request.path("uid").asText(), JsonDiff.asJson(before, after));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, review.length);
      exchange.getResponseBody().write(review);
    }
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static byte[] review(String uid, JsonNode patch) {
    var response =
        Map.of(
            "uid",
            uid,
            "allowed",
            true,
            "patchType",
            "JSONPatch",
            "patch",
            base64(patch.toString()));
    var review =
        Map.of(
            "apiVersion", "admission.k8s.io/v1", "kind", "AdmissionReview", "response", response);
    return Yaml.tree(review).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes all of them out of the API server's way, and forgets them. */
  void unregister() {
    var client = controlPlane.client();
    registered.forEach(
        name -> {
          client
              .admissionRegistration()
              .v1()
              .mutatingWebhookConfigurations()
              .withName(name)
              .delete();
          server.removeContext("/" + name);
        });
    registered.clear();
  }

  @Override
  public void close() {
    unregister();
    server.stop(0);
  }
}
