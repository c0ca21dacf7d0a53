package dev.apiauth.sidecar.listen;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * A place in the octets of one read, moved forward without taking anything out of the buffer.
 *
 * <p>Looks at the octets through the buffer's own NIO view: a look through the {@link ByteBuf}
 * counts references each time, which costs more than everything else here.
 */
final class Octets {

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private ByteBuffer view = NONE;
  private int index;
  private int end;

  /** What to add to an index of the view to get one of the buffer. */
  private int shift;

  /** Starts over at the first readable octet of {@code buffer}, which stays the caller's. */
  void over(ByteBuf buffer) {
    int first = buffer.readerIndex();
    int length = buffer.readableBytes();
    view = view(buffer, first, length);
    index = view.position();
    end = index + length;
    shift = first - index;
  }

  private static ByteBuffer view(ByteBuf buffer, int first, int length) {
    return buffer.nioBufferCount() == 1
        ? buffer.internalNioBuffer(first, length)
        : buffer.nioBuffer(first, length);
  }

  /** Lets go of the buffer. */
  void clear() {
    view = NONE;
    index = 0;
    end = 0;
    shift = 0;
  }

  /** The place as an absolute index of the buffer. */
  int index() {
    return index + shift;
  }

  boolean remain() {
    return index < end;
  }

  byte peek() {
    return view.get(index);
  }

  byte next() {
    return view.get(index++);
  }

  /** Moves past the run of {@code octets} and returns its length. */
  int skip(OctetClass octets) {
    int stop = octets.endOfRun(view, index, end);
    int length = stop - index;
    index = stop;
    return length;
  }

  /** Moves past at most {@code count} octets without looking at them and returns how many. */
  int skip(long count) {
    int length = (int) Math.min(count, end - index);
    index += length;
    return length;
  }
}
