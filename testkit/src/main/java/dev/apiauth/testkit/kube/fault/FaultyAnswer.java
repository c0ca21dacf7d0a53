package dev.apiauth.testkit.kube.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The bytes of answers that the API server never gave. */
final class FaultyAnswer {

  /** RFC 6455, section 1.3. */
  private static final String WEB_SOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int TWO_BYTES_OF_LENGTH = 126;
  private static final byte[] NORMAL = {0x03, (byte) 0xe8};

  private FaultyAnswer() {}

  static void refuse(ApiFault.Refusal refusal, OutputStream to) throws IOException {
    byte[] body = status(refusal.code(), refusal.reason()).getBytes(UTF_8);
    String wait =
        refusal.retryAfter().isZero()
            ? ""
            : "Retry-After: %d\r\n".formatted(refusal.retryAfter().toSeconds());
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(refusal.code(), refusal.reason(), wait, body.length);
    to.write(head.getBytes(UTF_8));
    to.write(body);
    to.flush();
  }

  static void expire(RequestHead head, OutputStream to) throws IOException {
    String accepted =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n"
            .formatted(accept(head.field("Sec-WebSocket-Key").orElse("")));
    to.write(accepted.getBytes(UTF_8));
    String event = "{\"type\":\"ERROR\",\"object\":%s}".formatted(status(410, "Expired"));
    to.write(frame(TEXT, event.getBytes(UTF_8)));
    to.write(frame(CLOSE, NORMAL));
    to.flush();
  }

  private static String status(int code, String reason) {
    return """
    {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",\
    "message":"a fault of the test","reason":"%s","code":%d}\
    """
        .formatted(reason, code);
  }

  /** RFC 6455, section 5.2: a server masks nothing. */
  private static byte[] frame(int kind, byte[] payload) {
    var frame = new ByteArrayOutputStream();
    frame.write(kind);
    if (payload.length < TWO_BYTES_OF_LENGTH) {
      frame.write(payload.length);
    } else {
      frame.write(TWO_BYTES_OF_LENGTH);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + WEB_SOCKET).getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
