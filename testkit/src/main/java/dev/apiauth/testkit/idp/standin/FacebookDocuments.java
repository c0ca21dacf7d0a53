package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facebook's JSON. */
final class FacebookDocuments {

  private static final String TRACE = "AOcSTANDINtrace0";

  HttpReply failure(String type, int code, String message) {
    return HttpReply.json(
        400,
        Map.of(
            "error", Map.of("message", message, "type", type, "code", code, "fbtrace_id", TRACE)));
  }

  /** Of a token that nobody issued. */
  HttpReply unknown() {
    return HttpReply.json(
        Map.of(
            "data",
            Map.of(
                "error",
                Map.of("code", 190, "message", "Invalid OAuth access token."),
                "is_valid",
                false,
                "scopes",
                List.of())));
  }

  HttpReply description(Grant grant, OpaqueTokens.State state) {
    var data = new HashMap<String, Object>();
    data.put("app_id", grant.application());
    data.put("type", grant.person().isPresent() ? "USER" : "APP");
    data.put("application", "apiauth");
    data.put("is_valid", state == OpaqueTokens.State.LIVE);
    data.put("scopes", grant.scopes());
    grant.person().ifPresent(person -> addUser(data, grant, person));
    if (state != OpaqueTokens.State.LIVE) {
      data.put("error", error(state));
    }
    return HttpReply.json(Map.of("data", data));
  }

  private static void addUser(Map<String, Object> data, Grant grant, Person person) {
    boolean endless = grant.expires().equals(Instant.MAX);
    data.put("user_id", id(person));
    data.put("issued_at", grant.issued().getEpochSecond());
    data.put("expires_at", endless ? 0 : grant.expires().getEpochSecond());
    data.put("data_access_expires_at", grant.issued().plusSeconds(90 * 86_400).getEpochSecond());
  }

  private static Map<String, Object> error(OpaqueTokens.State state) {
    return state == OpaqueTokens.State.ENDED
        ? Map.of(
            "code", 190,
            "message", "Error validating access token: Session has expired.",
            "subcode", 463)
        : Map.of(
            "code", 190,
            "message", "Error validating access token: The user has not authorized application.",
            "subcode", 458);
  }

  /** The fields that were asked for and may be told; the id always. */
  HttpReply me(String fields, Grant grant) {
    var answer = new HashMap<String, Object>();
    var asked = Arrays.asList(fields.split(","));
    grant.person().ifPresent(person -> addFields(answer, asked, grant, person));
    return HttpReply.json(answer);
  }

  private static void addFields(
      Map<String, Object> answer, List<String> asked, Grant grant, Person person) {
    answer.put("id", id(person));
    if (asked.contains("name")) {
      answer.put("name", person.username());
    }
    if (asked.contains("email") && grant.allows("email")) {
      answer.put("email", person.email());
    }
  }

  private static String id(Person person) {
    return StableId.digits(person.username(), 15);
  }
}
