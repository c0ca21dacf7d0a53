package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.OpenDoor;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.http.RawScript;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * S15: an answer of the product that can be read in two ways is 502, and its connection carries
 * nothing else.
 */
class BadlyFramedAnswersAreNotPassedOn {

  private static final String GET = "GET /browse/A-1 HTTP/1.1\r\nHost: jira\r\n\r\n";

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/dev/apiauth/sidecar/failure/badly-framed-answers.csv",
      numLinesToSkip = 1)
  void theyAre502AndTheirConnectionIsGivenUp(String what, String answer) {
    try (var door = OpenDoor.to(RawScript.readRequest().send(answer.translateEscapes()).repeat());
        var client = door.connect().send(GET)) {

      RawAnswer got = client.finalAnswer();

      assertThat(got.status()).as(got.body()).isEqualTo(502);
      assertThat(got.body()).contains("product_answer_malformed").doesNotContain("smuggled");

      door.product().play(RawScript.healthy("whole"));
      try (var next = door.connect()) {
        assertThat(next.send(GET).answer().body()).isEqualTo("whole");
      }
      assertThat(door.product().connections()).isEqualTo(2);
    }
  }

  /** Where RFC 9112 has a proxy mend an answer of a server instead of refusing it. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/dev/apiauth/sidecar/failure/mended-answers.csv", numLinesToSkip = 1)
  void whatAProxyIsToMendIsMended(String what, String answer, String field, String value) {
    try (var door = OpenDoor.to(RawScript.readRequest().send(answer.translateEscapes()).repeat());
        var client = door.connect().send(GET)) {

      RawAnswer got = client.finalAnswer();

      assertThat(got.status()).isEqualTo(200);
      assertThat(got.body()).isEqualTo("mine");
      assertThat(got.headers(field)).containsExactly(value);
      assertThat(got.headers("Content-Length")).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/dev/apiauth/sidecar/failure/more-than-one-answer.csv",
      numLinesToSkip = 1)
  void whatFollowsAnAnswerIsNobodysAnswer(String what, String answers) {
    try (var door = OpenDoor.to(RawScript.readRequest().send(answers.translateEscapes()).hang());
        var client = door.connect().send(GET)) {
      assertThat(client.finalAnswer().body()).isEqualTo("mine");

      door.product().play(RawScript.healthy("next"));
      try (var next = door.connect()) {
        assertThat(next.send(GET).answer().body()).isEqualTo("next");
        assertThat(next.closesWithin(Duration.ofMillis(50))).isFalse();
      }
    }
  }
}
