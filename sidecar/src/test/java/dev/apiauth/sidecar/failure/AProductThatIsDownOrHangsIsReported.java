package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.OpenDoor;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import dev.apiauth.testkit.http.RawScript;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * The product is down (F15) or hangs (F17): an answer of our own says so, and nothing is retried.
 */
class AProductThatIsDownOrHangsIsReported {

  private static final String GET = "GET /browse/A-1 HTTP/1.1\r\nHost: jira\r\n\r\n";
  private static final String POST =
      "POST /browse/A-1 HTTP/1.1\r\nHost: jira\r\nContent-Length: 5\r\n\r\nhello";

  /** Two event loops with 128 connections and 512 places in the queue each. */
  private static final int PLACES = 2 * (128 + 512);

  @Test
  void downIs502AndBackIsBackAtOnce() {
    try (var door = OpenDoor.to(RawScript.healthy("fine"));
        var client = door.connect()) {
      assertThat(client.send(GET).answer().body()).isEqualTo("fine");

      door.productGoesDown();
      for (int i = 0; i < 20; i++) {
        assertRefused(client.send(POST).answer(), 502, "product_unreachable");
      }

      door.productComesBack(RawScript.healthy("back"));
      assertThat(client.send(GET).answer().body()).isEqualTo("back");
      assertThat(door.requestLines()).hasSize(1);
    }
  }

  @Test
  void hangingIs504AndIsNotRepeated() {
    try (var door = OpenDoor.to(RawScript.readRequest().hang(), Duration.ofMillis(300));
        var client = door.connect()) {

      RawAnswer answer = client.send(POST).answer();

      assertRefused(answer, 504, "product_silent");
      assertThat(door.requestLines()).containsExactly("POST /browse/A-1 HTTP/1.1");
      Eventually.holds(
          () -> client.send(GET).answer().status() == 504, "the next request is judged alike");
    }
  }

  @Test
  void whoDiesBeforeAnsweringIsNotAskedAgain() {
    try (var door = OpenDoor.to(RawScript.readRequest().reset());
        var client = door.connect()) {

      assertRefused(client.send(POST).answer(), 502, "product_unreachable");

      assertThat(door.requestLines()).containsExactly("POST /browse/A-1 HTTP/1.1");
    }
  }

  @Test
  void moreThanCanWaitIs503AtOnce() {
    var clients = new ArrayList<RawHttpClient>();
    try (var door = OpenDoor.to(RawScript.readRequest().hang(), Duration.ofMinutes(1))) {
      for (int i = 0; i < PLACES + 200; i++) {
        clients.add(door.connect().send(GET));
      }

      Eventually.holds(() -> turnedAway(door) >= 200, "who finds no place is turned away");
      assertThat(door.sidecar().audit()).allMatch(line -> line.effect().status() == 503);
      assertThat(door.product().connections()).isLessThanOrEqualTo(2 * 128);
    } finally {
      clients.forEach(RawHttpClient::close);
    }
  }

  private static long turnedAway(OpenDoor door) {
    return door.sidecar().audit().stream()
        .filter(line -> line.decision().reason().equals("product_overloaded"))
        .count();
  }

  private static void assertRefused(RawAnswer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(reason);
  }
}
