package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.head;
import static dev.apiauth.policy.request.Judged.passed;
import static dev.apiauth.policy.request.Judged.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ARequestTargetNamesThisServer {

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "request-targets.csv",
      numLinesToSkip = 1,
      emptyValue = "",
      nullValues = "-")
  void inOneOfTwoForms(String method, String target, String host, String path, String query) {
    assertThat(passed(RequestTarget.of(head(method, target, host))))
        .isEqualTo(new RequestTarget.Resource(path, Optional.ofNullable(query)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "refused-targets.csv", numLinesToSkip = 1)
  void orIsRefused(String method, String target, String host, String what) {
    assertThat(refusedFor(Reason.MALFORMED_MESSAGE, RequestTarget.of(head(method, target, host))))
        .contains(what);
  }

  @Test
  void orTheServerItself() {
    assertThat(passed(RequestTarget.of(head("OPTIONS", "*", "jira.example.com"))))
        .isEqualTo(new RequestTarget.WholeServer());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, '\t', '\n', '\r', ' ', 0x7f, 0x80, 0xff})
  void withNothingInItsQueryThatSplitsALine(int octet) {
    refusedFor(
        Reason.MALFORMED_MESSAGE,
        RequestTarget.of(head("GET", "/rest?a=" + (char) octet, "jira.example.com")));
  }

  @Test
  void onlyWithExactlyOneHostIfItIsAbsolute() {
    for (var hosts : List.of(List.<String>of(), List.of("jira", "jira"))) {
      refusedFor(Reason.MALFORMED_MESSAGE, RequestTarget.of(absoluteWith(hosts)));
    }
  }

  private static RequestHead absoluteWith(List<String> hosts) {
    return new RequestHead(
        "test",
        "GET",
        "http://jira/rest",
        ProtocolVersion.HTTP_1_1,
        Judged.headers("Host", hosts),
        InetAddress.getLoopbackAddress());
  }
}
