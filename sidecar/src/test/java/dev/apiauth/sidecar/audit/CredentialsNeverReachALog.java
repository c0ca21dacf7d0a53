package dev.apiauth.sidecar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialsNeverReachALog {

  record Row(String name, String text, String redacted) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() throws IOException {
    try (var table = CredentialsNeverReachALog.class.getResourceAsStream("redaction.json")) {
      return new JsonMapper().readValue(table, new TypeReference<>() {});
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatLooksLikeOneIsTakenOut(Row row) {
    assertThat(Redaction.of(row.text())).isEqualTo(row.redacted());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void redactingTwiceChangesNothing(Row row) {
    assertThat(Redaction.of(row.redacted())).isEqualTo(row.redacted());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void everyTextMemberOfAnAuditLineIsRedacted(Row row) {
    String json = AuditJson.of(Lines.saying(row.text()));

    for (String member : List.of("path", "user", "provider", "clientId", "finding", "actedAs")) {
      assertThat(Lines.member(json, member)).isEqualTo(row.redacted());
    }
  }

  @Test
  void aTokenIsRecognisedThatGoesBeyondTheBound() {
    String path = "/" + "x".repeat(1000) + "/eyJhbGciOiJSUzI1NiJ9." + "a".repeat(3000) + ".sig";

    assertThat(AuditJson.of(Lines.saying(path))).doesNotContain("eyJ");
  }

  @Test
  void longHostileTextDoesNotTakeLong() {
    var start = System.nanoTime();
    for (String text : List.of("A1", "M", "eyJ", "a.", "Bearer ", "=", "\"", "oauth_")) {
      AuditJson.of(Lines.saying(text.repeat(8192)));
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
