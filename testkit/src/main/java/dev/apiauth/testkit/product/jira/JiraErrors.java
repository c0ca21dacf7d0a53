package dev.apiauth.testkit.product.jira;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.apiauth.testkit.product.platform.SeraphErrors;
import dev.apiauth.testkit.product.rest.Answer;
import java.util.List;
import java.util.Map;

/**
 * Jira's error bodies: {@code errorMessages} of its own resources, {@code message} of the
 * platform's.
 */
final class JiraErrors implements SeraphErrors {

  record ErrorCollection(List<String> errorMessages, Map<String, String> errors) {}

  record PlatformError(String message, @JsonProperty("status-code") int statusCode) {}

  @Override
  public Answer error(int status, String message) {
    return Answer.json(status, new ErrorCollection(List.of(message), Map.of()));
  }

  /** 400: the named field is missing or wrong. */
  Answer field(String name, String message) {
    return Answer.json(400, new ErrorCollection(List.of(), Map.of(name, message)));
  }

  @Override
  public Answer notAuthenticated() {
    return Answer.json(
        401, new PlatformError("Client must be authenticated to access this resource.", 401));
  }
}
