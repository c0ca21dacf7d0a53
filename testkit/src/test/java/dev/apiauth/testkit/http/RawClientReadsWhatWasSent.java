package dev.apiauth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RawClientReadsWhatWasSent {

  private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

  @Test
  void anAnswerWithALength() {
    var answer =
        answerOf("HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a:2 \r\nContent-Length: 2\r\n\r\n\u00e9!");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.reason()).isEqualTo("OK");
    assertThat(answer.headers("X-A")).containsExactly("1", "2");
    assertThat(answer.body()).isEqualTo("\u00e9!");
  }

  @Test
  void anAnswerInChunksWithTrailer() {
    var answer =
        answerOf(
            """
            HTTP/1.1 200 OK\r
            Transfer-Encoding: chunked\r
            \r
            3;ext=1\r
            abc\r
            A\r
            0123456789\r
            0\r
            Trailer: t\r
            \r
            """);

    assertThat(answer.body()).isEqualTo("abc0123456789");
    assertThat(answer.header("Trailer")).isEmpty();
  }

  @Test
  void anAnswerThatEndsWithTheConnection() {
    var answer = answerOf("HTTP/1.0 200 OK\r\n\r\nall of it");

    assertThat(answer.body()).isEqualTo("all of it");
    assertThat(answer.closed()).isTrue();
  }

  @Test
  void utf8IsTextAndLatin1IsBody() {
    var bytes = "\u20ac".getBytes(StandardCharsets.UTF_8);
    var answer =
        answerOf(
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1));

    assertThat(answer.text()).isEqualTo("\u20ac");
    assertThat(answer.body()).hasSize(3);
  }

  @Test
  void headHasNoContentWhateverItsFieldsSay() {
    var script = RawScript.readRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      var answer = client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n").answerToHead();

      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void interimAnswersComeFirst() {
    var script =
        RawScript.readHead().send("HTTP/1.1 100 Continue\r\n\r\n").send(RawScript.ok("done"));
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      assertThat(client.send(GET).finalAnswer().body()).isEqualTo("done");
    }
  }

  @Test
  void pipelinedAnswersInTheirOrder() {
    var script =
        RawScript.readRequest().send(RawScript.ok("one")).nextRequest().send(RawScript.ok("two"));
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      var answers = client.send(GET + GET).answers(2);

      assertThat(answers).extracting(RawAnswer::body).containsExactly("one", "two");
      assertThat(answers).extracting(RawAnswer::closed).containsExactly(false, true);
    }
  }

  @Test
  void aServerThatGoesOnIsNotTakenForClosed() {
    try (var upstream = RawUpstream.start(RawScript.healthy("on"));
        var client = RawHttpClient.to(upstream.port())) {
      assertThat(client.send(GET).answer().closed()).isFalse();
      assertThat(client.closesWithin(Duration.ofMillis(50))).isFalse();
      assertThat(client.send(GET).answer().body()).isEqualTo("on");
    }
  }

  @Test
  void aResetCountsAsClosed() {
    var script = RawScript.readRequest().send(RawScript.ok("x")).reset();
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      client.send(GET).answer();

      assertThat(client.closesWithin(Duration.ofSeconds(2))).isTrue();
    }
  }

  @Test
  void slowReadingGetsEveryByte() {
    var content = String.join("", Collections.nCopies(1000, "x"));
    var script = RawScript.readRequest().send(RawScript.ok(content));
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      long read = client.send(GET).readSlowly(100, Duration.ofMillis(1));

      assertThat(read).isEqualTo(RawScript.ok(content).length());
    }
  }

  private static RawAnswer answerOf(String bytes) {
    try (var upstream = RawUpstream.start(RawScript.readRequest().send(bytes));
        var client = RawHttpClient.to(upstream.port())) {
      return client.send(GET).answer();
    }
  }
}
