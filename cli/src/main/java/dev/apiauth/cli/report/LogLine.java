package dev.apiauth.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.sidecar.usage.Sighting;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a sidecar's log (docs/standalone.md, "Log and audit").
 *
 * @param time when it was written
 * @param json its members
 */
record LogLine(Instant time, JsonNode json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The principals of audit lines that stand for a password. */
  private static final Set<String> BY_PASSWORD = Set.of("password", "login");

  /**
   * Reads one, whatever a collector has written before it. Empty where the line is something else,
   * or was not written to its end.
   */
  static Optional<LogLine> of(String line) {
    int start = line.indexOf('{');
    if (start < 0) return Optional.empty();
    try {
      JsonNode json = JSON.readTree(line.substring(start));
      if (!json.path("type").isTextual()) return Optional.empty();
      return Optional.of(new LogLine(Instant.parse(json.path("time").asText()), json));
    } catch (JsonProcessingException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether it tells what became of a request. */
  boolean isAudit() {
    return text("type").equals("audit");
  }

  /** Whether the request was refused, or would have been. */
  boolean isRefusal() {
    return !text("reason").isEmpty();
  }

  /** Whether a password was sent. One that was refused for something else is not told apart. */
  boolean isPassword() {
    return BY_PASSWORD.contains(text("principal")) || Sighting.isAboutPasswords(text("reason"));
  }

  /** The first digits of the hash of the policy that decided; empty where there was none. */
  String policy() {
    return text("policy");
  }

  /** The request as the sidecar's own report has it. */
  Sighting sighting() {
    String user = text("user");
    return new Sighting(
        text("decision"),
        text("reason"),
        text("credential"),
        user.isEmpty() ? text("claimedUser") : user,
        text("client"),
        text("class").toLowerCase(Locale.ROOT),
        Sighting.shortened(text("path")),
        text("userAgent"));
  }

  private String text(String member) {
    return json.path(member).asText();
  }
}
