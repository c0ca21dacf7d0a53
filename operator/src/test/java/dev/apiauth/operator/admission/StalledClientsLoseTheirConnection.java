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
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** In a JVM of its own, since the limits count only where they are set first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class StalledClientsLoseTheirConnection {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final byte[] HALF_A_HELLO = {22, 3, 1, 1, 0, 1, 0};

  @SuppressWarnings("NullAway.Init")
  private Running webhook;

  @BeforeAll
  void start() throws Exception {
    webhook = WebhookProcess.start();
  }

  @AfterAll
  void stop() {
    webhook.close();
  }

  @Test
  void whoSaysNothing() throws Exception {
    assertThat(closedAfter(plain(), new byte[0])).isLessThan(PATIENCE);
  }

  @Test
  void whoStopsInTheHandshake() throws Exception {
    assertThat(closedAfter(plain(), HALF_A_HELLO)).isLessThan(PATIENCE);
  }

  @Test
  void whoStopsInTheHead() throws Exception {
    var half = "POST /inject HTTP/1.1\r\nHost: x\r\nContent-".getBytes(StandardCharsets.US_ASCII);

    assertThat(closedAfter(secure(), half)).isLessThan(PATIENCE);
  }

  @Test
  void whoStopsInTheBody() throws Exception {
    var half =
        "POST /inject HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{";

    assertThat(closedAfter(secure(), half.getBytes(StandardCharsets.US_ASCII)))
        .isLessThan(PATIENCE);
  }

  @Test
  void whoSendsOneByteASecond() throws Exception {
    try (var socket = secure()) {
      var begin = Instant.now();
      var head = "POST /inject HTTP/1.1\r\nHost: a-very-slow-client.example.com\r\n";
      for (byte next : head.getBytes(StandardCharsets.US_ASCII)) {
        if (!sent(socket, next)) break;
        Thread.sleep(1_000);
      }
      assertThat(Duration.between(begin, Instant.now())).isLessThan(PATIENCE);
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

  private static Duration closedAfter(Socket socket, byte[] said)
      throws IOException, InterruptedException {
    try (socket) {
      var begin = Instant.now();
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(said);
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

  private Socket plain() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), webhook.port());
  }

  private Socket secure() throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(null, WebhookProcess.TRUSTING_ALL, null);
    return context
        .getSocketFactory()
        .createSocket(InetAddress.getLoopbackAddress(), webhook.port());
  }
}
