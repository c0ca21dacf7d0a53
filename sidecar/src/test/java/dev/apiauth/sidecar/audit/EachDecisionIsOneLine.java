package dev.apiauth.sidecar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.PathClass;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EachDecisionIsOneLine {

  @Test
  void itSaysWhoAskedForWhatAndWhatCameOfIt() {
    var line =
        new AuditLine(
            Lines.NOON,
            "req-1",
            new AuditLine.Request("GET", Optional.of(PathClass.REST_API), "/rest/api/2/project"),
            new AuditLine.Presented("bearer", "", "curl/8.5.0"),
            new AuditLine.Caller("203.0.113.7", "user", "alice", "entra", "cli"),
            AuditLine.Decision.allowed(),
            new AuditLine.Effect(200, OptionalInt.of(200), "alice", Duration.ofMillis(12)),
            "9f2c1a");

    assertThat(AuditJson.of(line))
        .isEqualTo(
            "{\"type\":\"audit\",\"time\":\"2026-11-24T12:00:00Z\",\"requestId\":\"req-1\","
                + "\"method\":\"GET\",\"class\":\"REST_API\",\"path\":\"/rest/api/2/project\","
                + "\"credential\":\"bearer\",\"userAgent\":\"curl/8.5.0\","
                + "\"client\":\"203.0.113.7\",\"principal\":\"user\",\"user\":\"alice\","
                + "\"provider\":\"entra\",\"clientId\":\"cli\",\"decision\":\"allow\","
                + "\"status\":200,\"productStatus\":200,\"actedAs\":\"alice\","
                + "\"durationMicros\":12000,\"policy\":\"9f2c1a\"}");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    var refusal = Refusal.of(Reason.ADDRESS_REFUSED).finding("198.51.100.9 is in no list");
    var line =
        new AuditLine(
            Lines.NOON,
            "req-2",
            new AuditLine.Request("PUT", Optional.empty(), ""),
            AuditLine.Presented.NOTHING,
            AuditLine.Caller.unknown("198.51.100.9"),
            AuditLine.Decision.wouldBeDenied(refusal),
            new AuditLine.Effect(403, OptionalInt.empty(), "", Duration.ZERO),
            "");

    assertThat(AuditJson.of(line))
        .isEqualTo(
            "{\"type\":\"audit\",\"time\":\"2026-11-24T12:00:00Z\",\"requestId\":\"req-2\","
                + "\"method\":\"PUT\",\"client\":\"198.51.100.9\",\"decision\":\"would-deny\","
                + "\"reason\":\"address_refused\",\"finding\":\"198.51.100.9 is in no list\","
                + "\"status\":403,\"durationMicros\":0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n{\"type\":\"audit\",\"decision\":\"allow\"}",
        "a\r\nb",
        "\u001b[2Jcleared",
        "a\u0000b\u0007c\u007fd",
        "a\u0085b\u2028c\u2029d",
        "right to left \u202e override",
        "quote \" and backslash \\",
        "J\u00f6rg \ud83d\ude00",
        "half a pair \ud83d"
      })
  void noTextBeginsALineOfItsOwnOrMovesACursor(String text) {
    String json = AuditJson.of(Lines.saying(text));

    assertThat(json).matches("[\\x20-\\x7E]+");
    assertThat(Lines.member(json, "user")).isEqualTo(text);
  }

  @Test
  void longTextIsBoundedAndSaysSo() {
    String json = AuditJson.of(Lines.saying("/ab".repeat(5_000)));

    assertThat(json).hasSizeLessThan(4096);
    assertThat(Lines.member(json, "path"))
        .hasSizeLessThan(1100)
        .startsWith("/ab/ab/")
        .endsWith("...(15000 characters)");
  }
}
