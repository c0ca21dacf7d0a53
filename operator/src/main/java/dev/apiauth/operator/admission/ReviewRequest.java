package dev.apiauth.operator.admission;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the API server asks.
 *
 * @param uid the review's own identity, which the answer repeats
 * @param namespace where the object is created
 * @param subject what is being done to what
 * @param object the object as it was sent
 */
record ReviewRequest(String uid, String namespace, Subject subject, JsonNode object) {

  /** What we are asked about; all else is allowed as it is. */
  private static final Subject PODS_CREATED = new Subject("", "v1", "pods", "", "CREATE");

  /**
   * The request's resource and operation.
   *
   * @param group empty for the core group
   * @param subresource empty for the object itself
   */
  record Subject(
      String group, String version, String resource, String subresource, String operation) {}

  boolean isPodCreation() {
    return subject.equals(PODS_CREATED)
        && "Pod".equals(object.path("kind").asText("Pod"))
        && object.isObject();
  }
}
