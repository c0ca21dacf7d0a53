package dev.apiauth.sidecar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogLinesAreJsonWithoutSecrets {

  private final LogLineEncoder encoder = new LogLineEncoder();

  @Test
  void anEventIsOneLine() {
    String line = encode("the policy {} is in force", null, "9f2c1a");

    assertThat(line).endsWith("\n").matches("[\\x20-\\x7E]+\n");
    assertThat(Lines.member(line, "type")).isEqualTo("log");
    assertThat(Lines.member(line, "level")).isEqualTo("WARN");
    assertThat(Lines.member(line, "logger")).isEqualTo("dev.apiauth.test");
    assertThat(Lines.member(line, "message")).isEqualTo("the policy 9f2c1a is in force");
  }

  @Test
  void aSecretInAMessageIsTakenOut() {
    assertThat(encode("asked with Authorization: {}", null, "Bearer abc.def"))
        .contains("Authorization: [redacted]")
        .doesNotContain("abc.def");
  }

  @Test
  void aSecretInAThrownMessageIsTakenOut() {
    var thrown =
        new IOException(
            "GET https://idp.example.com/?access_token=abc",
            new IllegalStateException("os_password=x1"));

    String line = encode("failed", thrown);

    assertThat(line).doesNotContain("=abc").doesNotContain("x1");
    assertThat(Lines.member(line, "stack")).contains("IOException", "access_token=[redacted]");
  }

  @Test
  void aMessageCannotBeginASecondLine() {
    assertThat(encode("user {}", null, "x\n{\"type\":\"audit\"}").strip()).doesNotContain("\n");
  }

  @Test
  void aLongMessageIsBounded() {
    assertThat(encode("x".repeat(100_000), null)).hasSizeLessThan(5000);
  }

  private String encode(String message, @Nullable Throwable thrown, Object... arguments) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var logger = context.getLogger("dev.apiauth.test");
    var event = new LoggingEvent("", logger, Level.WARN, message, thrown, arguments);
    return new String(encoder.encode(event), StandardCharsets.US_ASCII);
  }
}
