package dev.apiauth.sidecar.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import dev.apiauth.testkit.http.RawScript;
import dev.apiauth.testkit.http.RawUpstream;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * "Who am I" is answered with a short text. A product that goes on and on is not read to the end:
 * it gave no answer, and nothing is decided in its place.
 */
class AnEndlessAnswerNamesNobody {

  private static final String AS_SOMEBODY =
      "POST /rest/api/2/issue HTTP/1.1\r\nHost: jira\r\nCookie: JSESSIONID=1\r\n"
          + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
  private static final int CHUNK = 16 * 1024;

  @ParameterizedTest
  @CsvSource({"200 OK, more than 65536 bytes", "503 Service Unavailable, status 503"})
  void andKeepsNobodyWaiting(String status, String finding) {
    try (var product = RawUpstream.start(endless(status));
        var jira = inFrontOf(product);
        var client = RawHttpClient.to(jira.sidecar().port())) {
      long began = System.nanoTime();
      RawAnswer answer = client.send(AS_SOMEBODY).answer();

      assertThat(answer.status()).as(answer.body()).isEqualTo(502);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
      Eventually.holds(() -> !jira.audit().isEmpty(), "the decision is recorded");
      assertThat(jira.audit().getLast().toString()).contains(finding);
      assertThat(product.allReceived())
          .startsWith("GET /plugins/servlet/applinks/whoami ")
          .doesNotContain("POST");
    }
  }

  private static Protected inFrontOf(RawUpstream product) {
    Protected jira = Scenario.jira().start();
    jira.edit(resource -> resource.with("/spec/upstream/port", product.port()));
    return jira;
  }

  private static RawScript endless(String status) {
    String chunk = Integer.toHexString(CHUNK) + "\r\n" + "a".repeat(CHUNK) + "\r\n";
    return RawScript.readRequest()
        .send("HTTP/1.1 %s\r\nTransfer-Encoding: chunked\r\n\r\n".formatted(status))
        .send(chunk.repeat(64))
        .hang();
  }
}
