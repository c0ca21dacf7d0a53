package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of {@code x-kubernetes-validations}.
 *
 * @param expression true for a valid value of {@code self}
 * @param message what is wrong and how to mend it
 * @param fieldPath which field below {@code self} is meant, such as {@code .identity}; empty for
 *     {@code self}
 * @param reason the API server's word for the kind of fault; empty for its default
 */
record CelRule(String expression, String message, String fieldPath, String reason) {

  static CelRule of(JsonNode json) {
    return new CelRule(
        json.path("rule").asText(),
        json.path("message").asText(),
        json.path("fieldPath").asText(),
        json.path("reason").asText());
  }
}
