package dev.apiauth.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.operator.admission.AdmissionVerdict.Injected;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongRequestsAreRefused {

  private static final int MEBIBYTE = 1024 * 1024;

  private final Webhook webhook =
      new Webhook((namespace, pod) -> new Injected(Reviews.withSidecar(pod)));

  @AfterAll
  void stop() {
    webhook.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, 404",
    "POST, /injected, 404",
    "POST, /inject/x, 404",
    "POST, /inject/, 404",
    "GET, /inject, 405",
    "PUT, /inject, 405"
  })
  void thereIsOneMethodAndOnePath(String method, String path, int status) {
    var request =
        webhook
            .request(path)
            .method(method, BodyPublishers.ofString(Reviews.creating(Reviews.POD)))
            .build();

    assertThat(webhook.send(request).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "Application/JSON; charset=utf-8, 200",
    "text/plain, 415",
    "application/yaml, 415",
    "application/json-patch+json, 415"
  })
  void reviewsAreJson(String type, int status) {
    var request =
        webhook
            .request("/inject")
            .setHeader("Content-Type", type)
            .POST(BodyPublishers.ofString(Reviews.creating(Reviews.POD)))
            .build();

    assertThat(webhook.send(request).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "null",
        "{}",
        "{\"kind\": \"Pod\", \"apiVersion\": \"v1\"}",
        "{\"kind\": \"AdmissionReview\", \"apiVersion\": \"admission.k8s.io/v1\"}",
        "{\"kind\": \"AdmissionReview\", \"apiVersion\": \"admission.k8s.io/v1beta1\","
            + " \"request\": {\"uid\": \"1\"}}"
      })
  void whatIsNoReviewIsABadRequest(String body) {
    double before = webhook.registry.get("apiauth.admission.no.reviews").counter().count();

    var answer = webhook.post(body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("This is no admission review.\n");
    assertThat(webhook.registry.get("apiauth.admission.no.reviews").counter().count())
        .isEqualTo(before + 1);
  }

  @Test
  void aReviewOfThreeMebibytesIsAnswered() {
    var pod = withManyVariables(3 * MEBIBYTE);

    var answer = webhook.post(Reviews.creating(pod));

    assertThat(answer.statusCode()).isEqualTo(200);
    var patched = Reviews.patched(pod, answer.body());
    assertThat(patched.at("/spec/initContainers/0/name").asText()).isEqualTo("apiauth-sidecar");
    assertThat(answer.body().length()).isLessThan(1024);
  }

  @Test
  void aLargerBodyIsTooLarge() {
    var answer = webhook.post(" ".repeat(InjectHandler.MOST_BYTES + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 5_000, 400_000})
  void depthHarmsNothing(int depth) {
    var deep = "[".repeat(depth) + "]".repeat(depth);
    var pod = Reviews.POD.replace("{\"app\"", "{\"deep\": " + deep + ", \"app\"");

    var status = webhook.post(Reviews.creating(pod)).statusCode();

    assertThat(status).isIn(200, 400);
    assertThat(webhook.post(Reviews.creating(Reviews.POD)).statusCode()).isEqualTo(200);
  }

  @Test
  void tls12IsTheOldest() throws Exception {
    assertThat(protocolWith("TLSv1.2")).isEqualTo("TLSv1.2");
    assertThat(protocolWith("TLSv1.3")).isEqualTo("TLSv1.3");
    assertThatThrownBy(() -> protocolWith("TLSv1.1")).isInstanceOf(IOException.class);
  }

  private String protocolWith(String only) throws IOException, InterruptedException {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {only});
    try (var client =
        HttpClient.newBuilder()
            .sslContext(webhook.authority.trustingContext())
            .sslParameters(parameters)
            .build()) {
      var review = BodyPublishers.ofString(Reviews.creating(Reviews.POD));
      var request = webhook.request("/inject").POST(review).build();
      return client.send(request, BodyHandlers.ofString()).sslSession().orElseThrow().getProtocol();
    }
  }

  private static String withManyVariables(int bytes) {
    var variable = "{\"name\": \"A_VARIABLE_OF_THIS_POD\", \"value\": \"0123456789\"}, ";
    var all = new StringBuilder();
    Stream.generate(() -> variable).limit(bytes / variable.length()).forEach(all::append);
    var list = all.substring(0, all.length() - 2);
    return Reviews.POD.replace("\"image\"", "\"env\": [" + list + "], \"image\"");
  }
}
