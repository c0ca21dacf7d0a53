package dev.apiauth.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each pod of the test has a loopback address of its own, as each pod has its own in a cluster. */
@Timeout(60)
class SilenceCountsOnlyBesideAnAnswer {

  private static final String POD = "127.0.0.41";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) one.close();
  }

  @Test
  void aProductThatAnswersIsNamedWithItsPort() throws IOException {
    int product = listening(POD);

    assertThat(new DirectAccessProbe(listening(POD)).probe(POD, product))
        .isEqualTo(new DirectAccess.Answers(product));
  }

  @Test
  void itAnswersWhetherOrNotTheSidecarDoes() throws IOException {
    int product = listening(POD);

    assertThat(new DirectAccessProbe(closed()).probe(POD, product))
        .isEqualTo(new DirectAccess.Answers(product));
  }

  @Test
  void refusedBesideAnAnsweringSidecarIsClosed() throws IOException {
    int product = closed();

    assertThat(new DirectAccessProbe(listening(POD)).probe(POD, product))
        .isEqualTo(new DirectAccess.Closed(product));
  }

  @Test
  void silentBesideAnAnsweringSidecarIsClosed() throws IOException {
    int product = silent();

    assertThat(new DirectAccessProbe(listening(POD)).probe(POD, product))
        .isEqualTo(new DirectAccess.Closed(product));
  }

  @Test
  void theSidecarOfAnotherPodProvesNothing() throws IOException {
    int product = closed();
    int listener = listening("127.0.0.42");

    assertThat(new DirectAccessProbe(listener).probe(POD, product))
        .isEqualTo(
            new DirectAccess.Unknown(
                "neither port %d of its product nor port %d of its sidecar can be reached"
                    .formatted(product, listener)));
  }

  private int listening(String address) throws IOException {
    return listening(address, 50).getLocalPort();
  }

  private ServerSocket listening(String address, int backlog) throws IOException {
    var socket = new ServerSocket(0, backlog, InetAddress.ofLiteral(address));
    open.add(socket);
    return socket;
  }

  private static int closed() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(POD))) {
      return socket.getLocalPort();
    }
  }

  /** A full queue of connections: the kernel drops further ones, as a packet filter does. */
  private int silent() throws IOException {
    int port = listening(POD, 1).getLocalPort();
    for (int queued = 0; queued < 8; queued++) {
      var waiting = new Socket();
      open.add(waiting);
      try {
        waiting.connect(new InetSocketAddress(InetAddress.ofLiteral(POD), port), 200);
      } catch (IOException full) {
        return port;
      }
    }
    throw new AssertionError("the queue never filled");
  }
}
