package dev.apiauth.operator.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that a value might leak into is read after its whole life: every object of the
 * namespace, what the operator wrote to its log, and its metrics.
 */
class AValueStandsNowhereElse {

  private static final List<String> KINDS =
      List.of(
          "v1/Secret",
          "v1/Event",
          "v1/ConfigMap",
          "v1/Pod",
          "networking.k8s.io/v1/NetworkPolicy",
          "events.k8s.io/v1/Event",
          "apiauth.dev/v1alpha1/AtlassianApiAuth",
          "apiauth.dev/v1alpha1/AtlassianApiToken");

  @Test
  void thanInItsSecret() throws Exception {
    try (var log = OperatorLog.atDebug();
        TokenNamespace namespace = TokenNamespace.start()) {
      List<String> secrets = lead(namespace);

      assertThat(log.text()).contains("is made for");
      for (String secret : secrets) {
        assertThat(leaks(namespace, secret)).isEmpty();
        assertThat(metrics(namespace)).doesNotContain(secret);
        assertThat(log.text()).doesNotContain(secret);
      }
    }
  }

  /** The life of a token, with its accidents; answers what must not be seen. */
  private static List<String> lead(TokenNamespace namespace) {
    namespace.policy("jira", "{}");
    namespace.token("planted", "jira", "planted", "lifetime: 720h, rotation: {trigger: a}");
    namespace.becomes("planted", "Issued");
    var secrets = new ArrayList<>(secretParts(namespace));
    namespace.token("planted", "jira", "planted", "lifetime: 720h, rotation: {trigger: b}");
    Eventually.satisfies(() -> namespace.status("planted"), status -> "b".equals(status.trigger()));
    secrets.addAll(secretParts(namespace));
    namespace.published("jira", tokens -> tokens.size() == 2);
    return secrets;
  }

  private static List<String> secretParts(TokenNamespace namespace) {
    String value = namespace.value("planted-api-token").reveal();
    String secret = value.substring(value.lastIndexOf('_') + 1);
    return List.of(
        secret, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> leaks(TokenNamespace namespace, String secret) {
    KubernetesClient admin = namespace.cluster().admin();
    return KINDS.stream()
        .flatMap(kind -> objects(admin, kind, namespace.cluster().namespace()))
        .filter(object -> !object.getMetadata().getName().equals("planted-api-token"))
        .filter(object -> decoded(admin, object).contains(secret))
        .map(object -> object.getKind() + " " + object.getMetadata().getName())
        .toList();
  }

  private static Stream<GenericKubernetesResource> objects(
      KubernetesClient admin, String kind, String namespace) {
    int at = kind.lastIndexOf('/');
    return admin
        .genericKubernetesResources(kind.substring(0, at), kind.substring(at + 1))
        .inNamespace(namespace)
        .list()
        .getItems()
        .stream();
  }

  /** As it stands, and with the data of Secrets in the clear. */
  private static String decoded(KubernetesClient admin, HasMetadata object) {
    var text = new StringBuilder(admin.getKubernetesSerialization().asJson(object));
    if (object instanceof GenericKubernetesResource generic
        && generic.get("data") instanceof Map<?, ?> data
        && object.getKind().equals("Secret")) {
      data.values()
          .forEach(
              value ->
                  text.append(
                      new String(
                          Base64.getDecoder().decode(value.toString()), StandardCharsets.UTF_8)));
    }
    return text.toString();
  }

  private static String metrics(TokenNamespace namespace) throws IOException, InterruptedException {
    URI metrics =
        URI.create(
            "http://127.0.0.1:%d/metrics".formatted(namespace.cluster().operator().probePort()));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    }
  }
}
