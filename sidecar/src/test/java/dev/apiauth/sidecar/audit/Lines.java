package dev.apiauth.sidecar.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.policy.request.PathClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Audit lines for tests, and how tests read them. */
final class Lines {

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  private Lines() {}

  /** A line whose every free text is this one. */
  static AuditLine saying(String text) {
    return new AuditLine(
        NOON,
        "req-1",
        new AuditLine.Request("GET", Optional.of(PathClass.REST_API), text),
        new AuditLine.Presented("bearer", text, text),
        new AuditLine.Caller("203.0.113.7", "user", text, text, text),
        new AuditLine.Decision(Verdict.ALLOW, "", text),
        new AuditLine.Effect(200, OptionalInt.of(200), text, Duration.ofNanos(1_234_567)),
        "9f2c1a");
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  static String member(String json, String name) {
    return read(json).path(name).asText();
  }
}
