package dev.apiauth.sidecar.listen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Two parsers in a row are safe only if the second sees what the first saw. Requests are mangled at
 * random; what the guard passes on, Netty must decode without failure, and into as many messages.
 */
class NettyReadsWhatTheGuardRead {

  private static final long SEED = 20261124;
  private static final int MANGLED = 10_000;
  private static final String SPICE = "\r\n\r\n \t:;,0123456789abcdefxX-+\0\177\u0080\u00ff\013";
  private static final List<String> WORDS =
      List.of(
          "Content-Length: 5\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding: ",
          "chunked",
          "0\r\n\r\n",
          "\r\n\r\n",
          "GET / HTTP/1.1\r\n",
          "0x",
          "1;a=b\r\n",
          " HTTP/1.0\r\n");

  private final Random random = new Random(SEED);
  private final List<String> seeds = seeds();

  /** What came out behind Netty's decoder, and what the guard answered. */
  private record Reading(List<String> decoded, int failures, String answered) {}

  @Test
  void whateverTheOctets() {
    for (int i = 0; i < MANGLED; i++) {
      String octets = mangled();
      Reading whole = read(octets, octets.length());

      assertThat(whole.failures()).as(octets).isZero();
      assertThat(whole.decoded()).as(octets).isEqualTo(scanned(octets));
    }
  }

  @Test
  void howeverTheyAreCut() {
    for (int i = 0; i < MANGLED / 10; i++) {
      String octets = mangled();
      Reading whole = read(octets, octets.length());
      Reading cut = read(octets, 1 + random.nextInt(7));

      assertThat(cut.failures()).as(octets).isZero();
      assertThat(status(cut)).as(octets).isEqualTo(status(whole));
      assertThat(scanned(octets)).as(octets).isEqualTo(cut.decoded());
    }
  }

  private static String status(Reading reading) {
    return reading.answered().lines().findFirst().orElse("none");
  }

  /** The complete messages that the guard's own scanner finds, up to the first that it refuses. */
  private static List<String> scanned(String octets) {
    List<String> messages = new ArrayList<>();
    MessageScanner scanner = new MessageScanner(ListenerLimits.DEFAULT);
    Octets place = new Octets();
    place.over(Unpooled.copiedBuffer(octets, ISO_8859_1));
    int begin = 0;
    while (place.remain() && scanner.scan(place) == Progress.InOrder.COMPLETE) {
      messages.add(octets.substring(begin, octets.indexOf("\r\n", begin)));
      begin = place.index();
    }
    return messages;
  }

  private static Reading read(String octets, int atOnce) {
    EmbeddedChannel channel = GuardedChannel.open();
    for (int from = 0; from < octets.length(); from += atOnce) {
      int to = Math.min(octets.length(), from + atOnce);
      channel.writeInbound(Unpooled.copiedBuffer(octets.substring(from, to), ISO_8859_1));
    }
    return reading(channel);
  }

  private static Reading reading(EmbeddedChannel channel) {
    List<String> decoded = new ArrayList<>();
    String line = "";
    int failures = 0;
    for (Object o = channel.readInbound(); o != null; o = channel.readInbound()) {
      failures += ((HttpObject) o).decoderResult().isSuccess() ? 0 : 1;
      if (o instanceof HttpRequest request) {
        line = request.method() + " " + request.uri() + " " + request.protocolVersion();
      }
      if (o instanceof LastHttpContent) {
        decoded.add(line);
      }
      ReferenceCountUtil.release(o);
    }
    String answered = answered(channel);
    channel.finishAndReleaseAll();
    return new Reading(decoded, failures, answered);
  }

  private static String answered(EmbeddedChannel channel) {
    StringBuilder answered = new StringBuilder();
    for (ByteBuf b = channel.readOutbound(); b != null; b = channel.readOutbound()) {
      answered.append(b.toString(ISO_8859_1));
      b.release();
    }
    return answered.toString();
  }

  private String mangled() {
    StringBuilder octets = new StringBuilder(pick(seeds)).append(pick(seeds));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(octets.length());
      switch (random.nextInt(5)) {
        case 0 -> octets.deleteCharAt(at);
        case 1 -> octets.insert(at, spice());
        case 2 -> octets.setCharAt(at, spice());
        case 3 -> octets.insert(at, pick(WORDS));
        default -> octets.delete(at, Math.min(octets.length(), at + random.nextInt(12)));
      }
    }
    return octets.toString();
  }

  private char spice() {
    return SPICE.charAt(random.nextInt(SPICE.length()));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> seeds() {
    try (InputStream file =
        Objects.requireNonNull(NettyReadsWhatTheGuardRead.class.getResourceAsStream("seeds.txt"))) {
      return new String(file.readAllBytes(), ISO_8859_1)
          .lines()
          .map(String::translateEscapes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
