package dev.apiauth.sidecar.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S13. */
class PipeliningHasABound {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)");
  private static final String GET = "GET / HTTP/1.1\r\n\r\n";

  @Test
  void whatComesBeyondItIsNotEvenDecoded() {
    EmbeddedChannel channel = GuardedChannel.open();

    channel.writeInbound(Unpooled.copiedBuffer(GET.repeat(1000), US_ASCII));
    assertThat(requestsOf(channel)).isEqualTo(ListenerLimits.DEFAULT.pipelined());

    answerOne(channel);
    answerOne(channel);
    channel.runPendingTasks();
    assertThat(requestsOf(channel)).isEqualTo(2);
    channel.finishAndReleaseAll();
  }

  @Test
  void bodiesOfRequestsThatWereLetInStillArrive() {
    EmbeddedChannel channel = GuardedChannel.open();
    String put = "PUT / HTTP/1.1\r\nContent-Length: 10\r\n\r\n";

    channel.writeInbound(Unpooled.copiedBuffer(GET.repeat(15) + put + "01234", US_ASCII));
    channel.writeInbound(Unpooled.copiedBuffer("56789" + GET, US_ASCII));

    assertThat(requestsOf(channel)).isEqualTo(16);
    answerOne(channel);
    channel.runPendingTasks();
    assertThat(requestsOf(channel)).isEqualTo(1);
    channel.finishAndReleaseAll();
  }

  @Test
  void allAreAnsweredInTheirOrder() {
    int count = 3000;
    try (var listener = StartedListener.with(PipeliningHasABound::answerLater)) {
      StringBuilder requests = new StringBuilder();
      IntStream.range(0, count)
          .forEach(i -> requests.append("GET /%d HTTP/1.1\r\n\r\n".formatted(i)));
      try (var socket = listener.connect().send(requests.toString())) {
        String answers = socket.readUntil("(" + (count - 1) + ")", PATIENCE);

        assertThat(NUMBER.matcher(answers).results().map(number -> number.group(1)))
            .containsExactlyElementsOf(
                IntStream.range(0, count).mapToObj(String::valueOf).toList());
      }
    }
  }

  /** Every third answer comes from a later turn of the event loop. */
  private static void answerLater(HttpServerRequest request) {
    int number = Integer.parseInt(request.path().substring(1));
    request.resume();
    if (number % 3 == 0) {
      Vertx.currentContext().runOnContext(turn -> answer(request, number));
    } else {
      answer(request, number);
    }
  }

  private static void answer(HttpServerRequest request, int number) {
    request.response().end("(" + number + ")");
  }

  private static long requestsOf(EmbeddedChannel channel) {
    long requests = 0;
    for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
      requests += message instanceof HttpRequest ? 1 : 0;
      ReferenceCountUtil.release(message);
    }
    return requests;
  }

  private static void answerOne(EmbeddedChannel channel) {
    channel.writeOutbound(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
  }
}
