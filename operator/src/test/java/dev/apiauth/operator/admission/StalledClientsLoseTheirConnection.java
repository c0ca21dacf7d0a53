package dev.apiauth.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.admission.WebhookProcess.Running;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a JVM of its own, since the limits count only where they are set first. */
@Timeout(60)
class StalledClientsLoseTheirConnection {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String HALF_A_HELLO = "\u0016\u0003\u0001\u0001\u0000\u0001\u0000";
  private static final String HALF_A_HEAD = "POST /inject HTTP/1.1\r\nHost: x\r\nContent-";
  private static final String HALF_A_BODY =
      "POST /inject HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
          + "Content-Length: 100\r\n\r\n{";
  private static final String SLOWLY =
      "POST /inject HTTP/1.1\r\nHost: a-very-slow-client.example.com\r\n";

  @Test
  void whereverTheyStop() throws Exception {
    try (var webhook = WebhookProcess.start();
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var stops =
          Map.of(
              "silent", clients.submit(() -> closedAfter(plain(webhook), "")),
              "in the handshake", clients.submit(() -> closedAfter(plain(webhook), HALF_A_HELLO)),
              "in the head", clients.submit(() -> closedAfter(secure(webhook), HALF_A_HEAD)),
              "in the body", clients.submit(() -> closedAfter(secure(webhook), HALF_A_BODY)),
              "a byte a second", clients.submit(() -> refusedAfter(secure(webhook), SLOWLY)));

      for (var stop : stops.entrySet()) {
        assertThat(stop.getValue().get()).as(stop.getKey()).isLessThan(PATIENCE);
      }
    }
  }

  private static Duration refusedAfter(Socket socket, String said) throws Exception {
    try (socket) {
      var begin = Instant.now();
      for (byte next : said.getBytes(StandardCharsets.US_ASCII)) {
        if (!sent(socket, next)) break;
        Thread.sleep(1_000);
      }
      return Duration.between(begin, Instant.now());
    }
  }

  private static boolean sent(Socket socket, byte next) {
    try {
      socket.getOutputStream().write(next);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Duration closedAfter(Socket socket, String said) throws IOException {
    try (socket) {
      var begin = Instant.now();
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      awaitEnd(socket.getInputStream());
      return Duration.between(begin, Instant.now());
    }
  }

  private static void awaitEnd(InputStream answers) throws IOException {
    try {
      answers.readAllBytes();
    } catch (SocketException e) {
      // a reset is an end, too
    }
  }

  private static Socket plain(Running webhook) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), webhook.port());
  }

  private static Socket secure(Running webhook) throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(null, WebhookProcess.TRUSTING_ALL, null);
    return context
        .getSocketFactory()
        .createSocket(InetAddress.getLoopbackAddress(), webhook.port());
  }
}
