package dev.apiauth.sidecar.listen;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** A place in the octets of one read, moved forward without taking anything out of the buffer. */
final class Octets {

  private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
  private int index;
  private int end;

  /** Starts over at the first readable octet of {@code buffer}, which stays the caller's. */
  void over(ByteBuf buffer) {
    this.buffer = buffer;
    index = buffer.readerIndex();
    end = buffer.writerIndex();
  }

  /** Lets go of the buffer. */
  void clear() {
    over(Unpooled.EMPTY_BUFFER);
  }

  /** The place as an absolute index of the buffer. */
  int index() {
    return index;
  }

  boolean remain() {
    return index < end;
  }

  byte peek() {
    return buffer.getByte(index);
  }

  byte next() {
    return buffer.getByte(index++);
  }

  /** Moves past the run of {@code octets} and returns its length. */
  int skip(OctetClass octets) {
    int stop = octets.endOfRun(buffer, index, end);
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
