package dev.apiauth.operator.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.operator.admission.ReviewRequest.Subject;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponse;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads and writes {@code AdmissionReview} of {@code admission.k8s.io/v1}. Lenient: what this
 * release does not know of pods or reviews is carried along, not refused.
 */
final class ReviewJson {

  private static final String API_VERSION = "admission.k8s.io/v1";

  private final ObjectMapper mapper;

  ReviewJson() {
    mapper = new ObjectMapper();
    var _ = new KubernetesSerialization(mapper, false);
  }

  /** The request in a body; empty if the body is no review of this version. */
  Optional<ReviewRequest> read(byte[] body) {
    try {
      return Optional.ofNullable(mapper.readTree(body)).flatMap(ReviewJson::request);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ReviewRequest> request(JsonNode review) {
    var request = review.path("request");
    var uid = request.path("uid").asText();
    boolean isOurs =
        API_VERSION.equals(review.path("apiVersion").asText())
            && "AdmissionReview".equals(review.path("kind").asText());
    if (!isOurs || uid.isEmpty()) return Optional.empty();
    return Optional.of(
        new ReviewRequest(
            uid, request.path("namespace").asText(), subject(request), request.path("object")));
  }

  private static Subject subject(JsonNode request) {
    var resource = request.path("resource");
    return new Subject(
        resource.path("group").asText(),
        resource.path("version").asText(),
        resource.path("resource").asText(),
        request.path("subResource").asText(),
        request.path("operation").asText());
  }

  /**
   * The object as a pod.
   *
   * @throws JsonProcessingException if it is none
   */
  Pod pod(ReviewRequest request) throws JsonProcessingException {
    return mapper.treeToValue(request.object(), Pod.class);
  }

  /** The pod as this release would write it. */
  JsonNode tree(Pod pod) {
    return mapper.valueToTree(pod);
  }

  byte[] write(AdmissionResponse response) {
    var review = new AdmissionReview();
    review.setApiVersion(API_VERSION);
    review.setKind("AdmissionReview");
    review.setResponse(response);
    try {
      return mapper.writeValueAsBytes(review);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a response that is no JSON", e);
    }
  }
}
