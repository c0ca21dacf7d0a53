package dev.apiauth.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.admission.AdmissionVerdict.Denied;
import dev.apiauth.operator.admission.AdmissionVerdict.Injected;
import dev.apiauth.operator.admission.AdmissionVerdict.Unchanged;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AReviewIsAnswered {

  private PodAdmission admission = (namespace, pod) -> new Unchanged("nothing");
  private final Webhook webhook = new Webhook((namespace, pod) -> admission.review(namespace, pod));

  @AfterAll
  void stop() {
    webhook.close();
  }

  @Test
  void aPodOfOursIsPatched() {
    admission = (namespace, pod) -> new Injected(Reviews.withSidecar(pod));
    double before = webhook.count("injected");

    var answer = webhook.post(Reviews.creating(Reviews.POD));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    var review = Reviews.tree(answer.body());
    assertThat(review.path("kind").asText()).isEqualTo("AdmissionReview");
    assertThat(review.path("apiVersion").asText()).isEqualTo("admission.k8s.io/v1");
    var response = review.path("response");
    assertThat(response.path("uid").asText()).isEqualTo("f0b9");
    assertThat(response.path("allowed").asBoolean()).isTrue();
    assertThat(response.path("patchType").asText()).isEqualTo("JSONPatch");
    var pod = Reviews.patched(Reviews.POD, answer.body());
    assertThat(pod.at("/spec/initContainers/0/name").asText()).isEqualTo("apiauth-sidecar");
    assertThat(pod.at("/metadata/labels/app").asText()).isEqualTo("jira");
    assertThat(webhook.count("injected")).isEqualTo(before + 1);
  }

  @Test
  void thePolicyIsAskedWithTheNamespaceOfTheRequest() {
    admission = (namespace, pod) -> new Denied(namespace + " " + pod.getMetadata().getNamespace());

    var response = Reviews.response(webhook.post(Reviews.creating(Reviews.POD)).body());

    assertThat(response.at("/status/message").asText()).isEqualTo("atlassian null");
  }

  @Test
  void aPodThatHasItAlreadyGetsNoPatch() {
    admission = (namespace, pod) -> new Injected(pod);

    var response = Reviews.response(webhook.post(Reviews.creating(Reviews.POD)).body());

    assertThat(response.path("allowed").asBoolean()).isTrue();
    assertThat(response.has("patch")).isFalse();
    assertThat(response.has("patchType")).isFalse();
  }

  @Test
  void aPodOfOthersIsLeftAlone() {
    admission = (namespace, pod) -> new Unchanged("nothing");
    double before = webhook.count("not_selected");

    var response = Reviews.response(webhook.post(Reviews.creating(Reviews.POD)).body());

    assertThat(response.path("allowed").asBoolean()).isTrue();
    assertThat(response.has("patch")).isFalse();
    assertThat(webhook.count("not_selected")).isEqualTo(before + 1);
  }

  @Test
  void aRefusalSaysWhatToChange() {
    admission = (namespace, pod) -> new Denied("Remove hostNetwork.");
    double before = webhook.count("refused");

    var response = Reviews.response(webhook.post(Reviews.creating(Reviews.POD)).body());

    assertThat(response.path("allowed").asBoolean()).isFalse();
    assertThat(response.at("/status/code").asInt()).isEqualTo(403);
    assertThat(response.at("/status/message").asText()).isEqualTo("Remove hostNetwork.");
    assertThat(webhook.count("refused")).isEqualTo(before + 1);
  }

  @Test
  void aFailureRefusesAndTellsNothing() {
    admission =
        (namespace, pod) -> {
          throw new IllegalStateException("s3cret");
        };
    double before = webhook.count("failed");

    var answer = webhook.post(Reviews.creating(Reviews.POD));

    var response = Reviews.response(answer.body());
    assertThat(response.path("allowed").asBoolean()).isFalse();
    assertThat(response.at("/status/code").asInt()).isEqualTo(500);
    assertThat(response.at("/status/message").asText())
        .containsPattern("incident [0-9a-f-]{36}\\.");
    assertThat(answer.body()).doesNotContain("s3cret", "Exception", "dev.apiauth");
    assertThat(webhook.count("failed")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', v1, configmaps, '', CREATE",
    "apps, v1, pods, '', CREATE",
    "'', v2, pods, '', CREATE",
    "'', v1, pods, '', UPDATE",
    "'', v1, pods, '', DELETE",
    "'', v1, pods, ephemeralcontainers, CREATE"
  })
  void whatIsNoCreationOfAPodIsAllowed(
      String group, String version, String resource, String subresource, String operation) {
    admission = (namespace, pod) -> new Denied("asked");
    var subject =
        "\"group\": \"%s\", \"version\": \"%s\", \"resource\": \"%s\""
            .formatted(group, version, resource);
    var review =
        Reviews.review(subject, operation, Reviews.POD)
            .replace("\"namespace\"", "\"subResource\": \"" + subresource + "\", \"namespace\"");

    var response = Reviews.response(webhook.post(review).body());

    assertThat(response.path("allowed").asBoolean()).isTrue();
    assertThat(response.path("uid").asText()).isEqualTo("f0b9");
    assertThat(response.has("patch")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "[]", "{\"spec\": {\"containers\": \"none\"}, \"kind\": \"Pod\"}"})
  void anObjectThatIsNoPodHarmsNothing(String object) {
    admission = (namespace, pod) -> new Injected(Reviews.withSidecar(pod));

    var answer = webhook.post(Reviews.creating(object));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Reviews.response(answer.body()).path("uid").asText()).isEqualTo("f0b9");
  }

  @Test
  void aDryRunIsAnsweredLikeAnyOther() {
    admission = (namespace, pod) -> new Injected(Reviews.withSidecar(pod));
    var review = Reviews.creating(Reviews.POD);

    var wet = webhook.post(review).body();
    var dry = webhook.post(review.replace("\"dryRun\": false", "\"dryRun\": true")).body();

    assertThat(dry).isEqualTo(wet);
  }
}
