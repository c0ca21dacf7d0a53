package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.sidecar.scenario.OpenDoor;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.http.BrokenAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import dev.apiauth.testkit.http.RawScript;
import dev.apiauth.testkit.product.fault.Misbehaviour;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The product ends a connection in the middle of an answer (F16): its client sees that, and nobody
 * gets another one's answer.
 */
class HalfAnAnswerIsNotTakenForAWholeOne {

  private static final String GET = "GET /browse/A-1 HTTP/1.1\r\nHost: jira\r\n\r\n";
  private static final Duration SOON = Duration.ofSeconds(2);

  @ParameterizedTest(name = "{0}, then {2}")
  @CsvFileSource(resources = "/dev/apiauth/sidecar/failure/half-answers.csv", numLinesToSkip = 1)
  void theClientsConnectionEndsToo(String what, String sent, String end) {
    RawScript half = RawScript.readRequest().send(sent.translateEscapes());
    RawScript script =
        switch (end) {
          case "FIN" -> half;
          case "half close" -> half.halfClose().hang();
          default -> half.pause(Duration.ofMillis(100)).reset();
        };
    try (var door = OpenDoor.to(script);
        var client = door.connect().send(GET)) {
      assertThatThrownBy(client::answer).isInstanceOf(BrokenAnswer.class);
      assertThat(client.closesWithin(SOON)).isTrue();

      door.product().play(RawScript.healthy("whole"));
      try (var next = door.connect()) {
        assertThat(next.send(GET).answer().body()).isEqualTo("whole");
      }
    }
  }

  @Test
  void fourHundredAnswersAmongCutOnesAreEachTheirOwn() {
    try (var company = new StubCompany();
        var jira = company.trusted(Scenario.jira()).start()) {
      jira.product().misbehave("/secure/attachment/7/", new Misbehaviour.CloseMidBody());
      String token = company.tokenOf("alice");
      var client = jira.client();
      var whole = new ArrayList<CompletableFuture<Answer>>();
      var cut = new ArrayList<CompletableFuture<Answer>>();
      for (int i = 0; i < 400; i++) {
        String length = "?size=" + (1000 + 97 * i);
        whole.add(client.get("/secure/attachment/1/file" + length).bearer(token).begin());
        if (i % 10 == 0) {
          cut.add(client.get("/secure/attachment/7/file" + length).bearer(token).begin());
        }
      }

      for (int i = 0; i < whole.size(); i++) {
        assertThat(whole.get(i).join().body()).hasSize(1000 + 97 * i);
      }
      assertThat(cut)
          .allSatisfy(call -> assertThatThrownBy(call::join).hasCauseInstanceOf(IOException.class));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Content-Length: 10000000", "Transfer-Encoding: chunked"})
  void anEarlyAnswerReachesAClientThatIsStillSending(String framing) {
    String refusal = "HTTP/1.1 413 \r\nContent-Length: 4\r\nConnection: close\r\n\r\nmuch";
    try (var door = OpenDoor.to(RawScript.readHead().send(refusal).hang());
        var client = door.connect()) {
      client.send("POST /browse/A-1 HTTP/1.1\r\nHost: jira\r\n" + framing + "\r\n\r\n");
      client.send("5\r\nhello\r\n");

      var answer = client.answer();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).isEqualTo("much");
      assertEndsInStep(client);
    }
  }

  /** Its body will never be whole, so nothing that follows may be taken for a request. */
  private static void assertEndsInStep(RawHttpClient client) {
    assertThat(client.closesWithin(Duration.ofSeconds(5))).isTrue();
  }
}
