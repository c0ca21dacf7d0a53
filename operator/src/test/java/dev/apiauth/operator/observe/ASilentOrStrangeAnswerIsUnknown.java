package dev.apiauth.operator.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.observe.Enforcement.Acknowledged;
import dev.apiauth.operator.observe.Enforcement.Unknown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ASilentOrStrangeAnswerIsUnknown {

  private static final Duration BOUND = Duration.ofSeconds(4);
  private static final String MALFORMED =
      "its sidecar answered something that is no acknowledgement";

  private final Channels channels = new Channels();

  @Test
  void aClosedPort() throws IOException {
    int port = freePort();

    assertThat(channel(port).ask("127.0.0.1", Channels.HOST))
        .isEqualTo(new Unknown("its port %d refuses connections".formatted(port)));
  }

  @Test
  void aPortThatNeverShakesHands() throws IOException {
    try (var mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Instant start = Instant.now();

      assertThat(channel(mute.getLocalPort()).ask("127.0.0.1", Channels.HOST))
          .isInstanceOf(Unknown.class);
      assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
    }
  }

  @Test
  void aBodyThatTrickles() {
    try (var sidecar =
        FakeSidecar.answering(
            channels.sidecar(Channels.HOST),
            question -> {
              question.sendResponseHeaders(200, 1000);
              for (int sent = 0; sent < 1000; sent++) {
                question.getResponseBody().write(' ');
                question.getResponseBody().flush();
                pause();
              }
            })) {
      Instant start = Instant.now();

      assertThat(channels.to(sidecar).ask("127.0.0.1", Channels.HOST))
          .isEqualTo(new Unknown("its sidecar did not answer within 2 s"));
      assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
    }
  }

  @Test
  void anEndlessBody() {
    try (var sidecar = answering(FakeSidecar.ENFORCING + " ".repeat(70_000))) {
      assertThat(channels.to(sidecar).ask("127.0.0.1", Channels.HOST))
          .isEqualTo(new Unknown("its sidecar's answer broke off, or is longer than 64 KiB"));
    }
  }

  @ParameterizedTest
  @CsvSource({"204", "302", "404", "500"})
  void anotherStatus(int status) {
    try (var sidecar =
        FakeSidecar.answering(
            channels.sidecar(Channels.HOST),
            question -> {
              question.getResponseHeaders().set("Location", "https://127.0.0.1:1/");
              question.sendResponseHeaders(status, -1);
              question.close();
            })) {
      assertThat(channels.to(sidecar).ask("127.0.0.1", Channels.HOST))
          .isEqualTo(new Unknown("its sidecar answered with status " + status));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "no JSON",
        "{\"policyHash\":\"9f2c1a\",\"generation\":1,\"providers\":[]}",
        "{\"policyHash\":\"\",\"generation\":1}",
        "{\"policyHash\":\"\",\"generation\":null,\"providers\":[]}",
        "{\"policyHash\":\"\",\"policyHash\":\"\",\"generation\":1,\"providers\":[]}",
        "{\"policyHash\":\"\",\"generation\":1,\"mode\":\"Later\",\"providers\":[]}",
        "{\"policyHash\":\"\",\"generation\":1,\"providers\":[null]}",
        "{\"policyHash\":\"\",\"generation\":1,\"providers\":[{\"name\":\"x\",\"keys\":1}]}",
        "{\"policyHash\":\"\",\"generation\":1,\"providers\":[{\"state\":\"Ready\",\"keys\":1}]}",
        "{\"policyHash\":\"\",\"generation\":1,\"providers\":"
            + "[{\"name\":\"a b\",\"state\":\"Ready\",\"keys\":1}]}",
        "{\"policyHash\":\"\",\"generation\":1,\"providers\":"
            + "[{\"name\":\"x\",\"state\":\"Ready\",\"keys\":-1}]}",
        "{\"policyHash\":\"\",\"generation\":1,\"providers\":[]} {}"
      })
  void whatIsNoAcknowledgement(String body) {
    assertThat(AcknowledgementReading.read(body.getBytes(UTF_8))).isEqualTo(new Unknown(MALFORMED));
  }

  @Test
  void aNewerSidecarMaySayMore() {
    String newer = FakeSidecar.ENFORCING.replaceFirst("\\{", "{\"humidity\":[{\"a\":1}],");

    assertThat(AcknowledgementReading.read(newer.getBytes(UTF_8))).isInstanceOf(Acknowledged.class);
  }

  @Test
  void withoutAPolicyItIsAnAcknowledgementToo() {
    String none =
        "{\"policyHash\":\"\",\"namespace\":\"\",\"name\":\"\",\"generation\":0,"
            + "\"providers\":[]}";

    assertThat(AcknowledgementReading.read(none.getBytes(UTF_8))).isInstanceOf(Acknowledged.class);
  }

  private FakeSidecar answering(String body) {
    return FakeSidecar.answering(channels.sidecar(Channels.HOST), FakeSidecar.with(200, body));
  }

  private SidecarChannel channel(int port) {
    ChannelCredentials credentials = channels.operator();
    return new SidecarChannel(() -> credentials, port);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
