package dev.apiauth.sidecar.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.HeaderFields;
import java.util.List;
import java.util.Optional;

/** A product's answers, and how tests read them. */
final class Jira {

  private static final JsonMapper JSON = new JsonMapper();

  static final String PASSWORD_BODY =
      "{\"message\":\"Basic Authentication has been disabled on this instance.\"}";

  static final RefusalAnswers ANSWERS =
      RefusalAnswers.of(
          new ProductProfile.Refusals(
              json(
                  """
                  {"errorMessages":["$message"],"errors":{},"status-code":"$status",
                   "apiauth":{"code":"$code","request":"Request $requestId, status $status"}}\
                  """),
              json(PASSWORD_BODY)),
          "Jira",
          Enrolment.UNTOLD);

  private Jira() {}

  static RefusedRequest get() {
    return new RefusedRequest("req-1", "GET", Addressee.API_CLIENT, List.of());
  }

  /** A refusal for this reason; places in its sentence are filled. */
  static Refusal refusal(Reason reason) {
    return Refusal.of(reason, reason.sentence().contains("%d") ? 8192 : "a reason");
  }

  static Optional<String> header(HttpAnswer answer, String name) {
    return HeaderFields.of(answer.headers()).first(name);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
