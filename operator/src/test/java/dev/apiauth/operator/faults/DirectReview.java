package dev.apiauth.operator.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.operator.Eventually;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a webhook as an API server does, which is not there: where and whom to trust it has said.
 */
final class DirectReview {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI url;
  private final SSLContext trust;

  private DirectReview(URI url, SSLContext trust) {
    this.url = url;
    this.trust = trust;
  }

  /** As a registration says, while it can be read; waits until the operator has written to it. */
  static DirectReview asRegistered(KubernetesClient admin, String registration)
      throws IOException, GeneralSecurityException {
    WebhookClientConfig hook =
        Eventually.satisfies(
            () -> Optional.of(registered(admin, registration)),
            config -> config.getCaBundle() != null);
    byte[] bundle = Base64.getDecoder().decode(hook.getCaBundle());
    return new DirectReview(URI.create(hook.getUrl()), trusting(bundle));
  }

  private static WebhookClientConfig registered(KubernetesClient admin, String registration) {
    return admin
        .admissionRegistration()
        .v1()
        .mutatingWebhookConfigurations()
        .withName(registration)
        .get()
        .getWebhooks()
        .getFirst()
        .getClientConfig();
  }

  private static SSLContext trusting(byte[] bundle) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (var certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bundle))) {
      store.setCertificateEntry("authority-" + store.size(), certificate);
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** The patch for a pod that is to be made, as text; empty if nothing is to be changed. */
  String patchOf(Pod pod) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().sslContext(trust).build()) {
      var request =
          HttpRequest.newBuilder(url)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(review(pod)))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode response = JSON.readTree(answer.body()).path("response");
      if (!response.path("allowed").asBoolean()) throw new AssertionError(answer.body());
      return new String(Base64.getDecoder().decode(response.path("patch").asText()), UTF_8);
    }
  }

  private static String review(Pod pod) {
    return """
    {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1",
     "request": {"uid": "1", "resource": {"group": "", "version": "v1", "resource": "pods"},
       "namespace": "%s", "operation": "CREATE", "userInfo": {"username": "u"}, "dryRun": true,
       "object": %s}}
    """
        .formatted(pod.getMetadata().getNamespace(), Serialization.asJson(pod));
  }
}
