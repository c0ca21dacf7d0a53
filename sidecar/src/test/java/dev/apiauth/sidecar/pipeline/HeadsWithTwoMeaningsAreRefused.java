package dev.apiauth.sidecar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HeadsWithTwoMeaningsAreRefused {

  private final AdmitRequest admit = new AdmitRequest();

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "heads.csv", numLinesToSkip = 1, maxCharsPerColumn = 1000)
  void withTheirOwnReason(
      String check,
      String what,
      String outcome,
      String method,
      ProtocolVersion version,
      String headers) {
    RequestHead head = head(method, version, fields(headers.translateEscapes()));

    String actual =
        switch (admit.check(head)) {
          case Outcome.Pass<RequestHead>(var admitted) ->
              admitted.equals(head) ? "pass" : "changed";
          case Outcome.Refused<RequestHead>(var refusal) -> refusal.reason().code();
        };

    assertThat(actual).isEqualTo(outcome);
  }

  static RequestHead head(String method, ProtocolVersion version, HeaderFields fields) {
    return new RequestHead(
        "test-1", method, "/", version, fields, InetAddress.getLoopbackAddress());
  }

  private static HeaderFields fields(String text) {
    return HeaderFields.of(
        text.lines()
            .map(line -> line.split(":", 2))
            .map(parts -> new HeaderField(parts[0], parts[1].strip()))
            .toList());
  }
}
