package dev.apiauth.testkit.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RawClientAcceptsNoBrokenAnswer {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "broken-answers.csv", numLinesToSkip = 1)
  void whatALenientClientWouldMendIsAnError(
      String what, @Nullable String answer, String complaint) {
    var script = RawScript.readRequest().send(bytes(answer));

    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThatThrownBy(client::answer)
          .as(what)
          .isInstanceOf(BrokenAnswer.class)
          .hasMessageContaining(complaint);
    }
  }

  private static String bytes(@Nullable String escaped) {
    return escaped == null ? "" : escaped.translateEscapes();
  }
}
