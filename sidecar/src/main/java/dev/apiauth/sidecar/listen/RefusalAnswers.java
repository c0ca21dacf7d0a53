package dev.apiauth.sidecar.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.apiauth.policy.outcome.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes whole answers for messages that never became requests, past Netty's encoder: the
 * connection is closed after them, so they say so, and no cache keeps them (B11).
 */
final class RefusalAnswers {

  /** {@code IMF-fixdate} (RFC 9110, section 5.6.7). */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final RefusalWriter writer;
  private final RequestIds ids;
  private final InstantSource clock;

  RefusalAnswers(RefusalWriter writer, RequestIds ids, InstantSource clock) {
    this.writer = writer;
    this.ids = ids;
    this.clock = clock;
  }

  String nextId() {
    return ids.next();
  }

  /** The octets of the answer to {@code refusal}. */
  ByteBuf answer(Refusal refusal, String requestId) {
    byte[] body = writer.body(refusal, requestId).getBytes();
    return Unpooled.wrappedBuffer(head(refusal, body.length).getBytes(US_ASCII), body);
  }

  private String head(Refusal refusal, int length) {
    return """
    HTTP/1.1 %s
    Date: %s
    Content-Type: application/json
    Content-Length: %d
    Cache-Control: no-store
    Connection: close

    """
        .formatted(
            HttpResponseStatus.valueOf(refusal.reason().status().code()),
            DATE.format(clock.instant()),
            length)
        .replace("\n", "\r\n");
  }
}
