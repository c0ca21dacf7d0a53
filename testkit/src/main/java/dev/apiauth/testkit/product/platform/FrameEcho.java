package dev.apiauth.testkit.product.platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Turns a client's masked frames into a server's unmasked ones with the same payload (RFC 6455,
 * section 5.2).
 *
 * <p>A ping comes back as a pong. Frames of up to 1 MiB are understood; not checked: everything
 * that a well-behaved client does not do.
 */
final class FrameEcho {

  private static final int PAYLOAD_LIMIT = 1 << 20;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;

  private ByteBuffer pending = ByteBuffer.allocate(0);
  private boolean closed;

  /** The frames that answer the ones completed by the next {@code length} bytes. */
  byte[] answer(byte[] bytes, int length) {
    pending =
        ByteBuffer.allocate(pending.remaining() + length).put(pending).put(bytes, 0, length).flip();
    var answers = new ByteArrayOutputStream();
    while (!closed && appendNext(answers)) {
      pending = pending.slice();
    }
    return answers.toByteArray();
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether a whole frame was there. */
  private boolean appendNext(ByteArrayOutputStream answers) {
    pending.mark();
    if (pending.remaining() < 2) {
      return false;
    }
    int first = pending.get() & 0xFF;
    int size = payloadSize(pending.get() & 0x7F);
    if (size < 0 || pending.remaining() < 4 + size) {
      pending.reset();
      return false;
    }
    answers.writeBytes(frame(first, unmasked(size)));
    closed = (first & 0x0F) == CLOSE;
    return true;
  }

  /** -1: the length itself is not complete yet. */
  private int payloadSize(int sevenBits) {
    if (sevenBits < 126) {
      return sevenBits;
    }
    int lengthBytes = sevenBits == 126 ? 2 : 8;
    if (pending.remaining() < lengthBytes) {
      return -1;
    }
    long size = lengthBytes == 2 ? pending.getShort() & 0xFFFF : pending.getLong();
    if (size < 0 || size > PAYLOAD_LIMIT) {
      throw new IllegalStateException("frame of " + size + " bytes");
    }
    return (int) size;
  }

  private byte[] unmasked(int size) {
    var mask = new byte[4];
    pending.get(mask);
    var payload = new byte[size];
    pending.get(payload);
    for (int i = 0; i < size; i++) {
      payload[i] ^= mask[i % 4];
    }
    return payload;
  }

  private static byte[] frame(int first, byte[] payload) {
    int opcode = (first & 0x0F) == PING ? (first & 0xF0) | PONG : first;
    var frame = ByteBuffer.allocate(10 + payload.length).put((byte) opcode);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length <= 0xFFFF) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }
}
