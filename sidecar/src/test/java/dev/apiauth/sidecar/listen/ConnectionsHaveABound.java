package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** F13. */
class ConnectionsHaveABound {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BOUND = 50;

  @Test
  void oneMoreIsClosedAtOnceAndTheOthersGoOn() throws InterruptedException {
    try (var listener =
        StartedListener.with(Limits.withConnections(BOUND), StartedListener.echo())) {
      List<RawSocket> open = new ArrayList<>();
      for (int i = 0; i < BOUND; i++) {
        open.add(listener.connect());
      }
      listener.awaitConnections(BOUND, PATIENCE);

      for (int i = 0; i < 10; i++) {
        try (var oneMore = listener.connect().send("GET / HTTP/1.1\r\n\r\n")) {
          assertThat(oneMore.readFor(PATIENCE)).isEmpty();
          assertThat(oneMore.isClosed()).isTrue();
        }
      }

      assertThat(listener.connectionsRefused()).isEqualTo(10);
      open.forEach(socket -> socket.send("GET /a HTTP/1.1\r\n\r\n"));
      assertThat(open)
          .allSatisfy(s -> assertThat(s.readUntil("GET /a", PATIENCE)).contains("GET /a"));
      open.forEach(RawSocket::close);
      listener.awaitConnections(0, PATIENCE);
      try (var again = listener.connect().send("GET /b HTTP/1.1\r\n\r\n")) {
        assertThat(again.readUntil("GET /b", PATIENCE)).contains("GET /b");
      }
    }
  }
}
