package dev.apiauth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RawUpstreamFollowsItsScript {

  private static final String POST =
      "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";

  @Test
  void theBytesThatWereSentAreTheBytesThatWereReceived() {
    try (var upstream = RawUpstream.start(RawScript.healthy("ok"));
        var client = RawHttpClient.to(upstream.port())) {
      client.sendInPieces(Duration.ofMillis(20), "POST /x HT", "TP/1.1\r\nHost: x\r\nContent-L");
      client.drip(Duration.ofMillis(1), "ength: 5\r\n\r\nhello").answer();

      assertThat(upstream.received()).containsExactly(POST);
    }
  }

  @Test
  void chunkedRequestsAreReadToTheirEnd() {
    var chunked =
        "POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    try (var upstream = RawUpstream.start(RawScript.healthy("ok"));
        var client = RawHttpClient.to(upstream.port())) {
      client.send(chunked).answer();
      client.send(chunked).answer();

      assertThat(upstream.allReceived()).isEqualTo(chunked + chunked);
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void anEarlyAnswerComesBeforeTheBodyWasRead() {
    var script = RawScript.readHead().send(RawScript.ok("early")).hang();
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      var answer = client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n").answer();

      assertThat(answer.body()).isEqualTo("early");
    }
  }

  @Test
  void aHalfClosedUpstreamStillReads() {
    var script = RawScript.readRequest().send(RawScript.ok("last")).halfClose().nextRequest();
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      assertThat(client.send(POST).answer().body()).isEqualTo("last");
      assertThat(client.closesWithin(Duration.ofSeconds(2))).isTrue();
      client.send(POST).halfClose();

      assertThat(eventually(() -> upstream.allReceived().equals(POST + POST))).isTrue();
    }
  }

  @Test
  void aResetInTheMiddleOfTheContentIsNoAnswer() {
    var script =
        RawScript.readRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe").reset();
    try (var upstream = RawUpstream.start(script);
        var client = RawHttpClient.to(upstream.port())) {
      client.send(POST);

      assertThatThrownBy(client::answer).isInstanceOf(BrokenAnswer.class);
    }
  }

  @Test
  void aClientThatResetsEndsTheConversation() {
    try (var upstream = RawUpstream.start(RawScript.readRequest().send(RawScript.ok("x")))) {
      RawHttpClient.to(upstream.port()).send("GET / HTTP/1.1\r\n").reset();
      try (var next = RawHttpClient.to(upstream.port())) {
        assertThat(next.send(POST).answer().body()).isEqualTo("x");
      }
    }
  }

  @Test
  void aServerThatIsGoneRefusesAndComesBackOnItsPort() {
    var first = RawUpstream.start(RawScript.healthy("first"));
    int port = first.port();
    first.close();
    assertThatThrownBy(() -> RawHttpClient.to(port)).isInstanceOf(UncheckedIOException.class);

    try (var second = RawUpstream.start(port, RawScript.healthy("second"));
        var client = RawHttpClient.to(second.port())) {
      assertThat(client.send(POST).answer().body()).isEqualTo("second");
    }
  }

  @Test
  void tlsCarriesTheSameBytes() throws IOException {
    var authority = TestCertificateAuthority.named("test");
    try (var server = tlsEcho(authority.server("localhost").context())) {
      try (var client =
          RawHttpClient.toTls(server.getLocalPort(), "localhost", authority.trustingContext())) {
        assertThat(client.send("\0\u00ff").untilEnd()).isEqualTo("\0\u00ff");
      }
    }
  }

  private static SSLServerSocket tlsEcho(SSLContext context) throws IOException {
    var server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    threads.execute(() -> echoTwoBytes(server));
    return server;
  }

  private static void echoTwoBytes(SSLServerSocket server) {
    try (var socket = server.accept()) {
      socket.getOutputStream().write(socket.getInputStream().readNBytes(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean eventually(BooleanSupplier condition) {
    var deadline = Instant.now().plusSeconds(5);
    while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) {
      Pause.of(Duration.ofMillis(5));
    }
    return condition.getAsBoolean();
  }
}
