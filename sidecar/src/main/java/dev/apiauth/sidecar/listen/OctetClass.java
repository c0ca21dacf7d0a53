package dev.apiauth.sidecar.listen;

import java.nio.ByteBuffer;
import java.util.function.IntPredicate;

/** Which octets may stand where in a request (RFC 9110, section 5.6.2; RFC 9112, section 3). */
final class OctetClass {

  /** {@code tchar}: the octets of methods and field names. */
  static final OctetClass TOKEN =
      new OctetClass(0x80, octet -> isAlphanumeric(octet) || "!#$%&'*+-.^_`|~".indexOf(octet) >= 0);

  /**
   * Visible US-ASCII: the octets of a request target.
   *
   * <p>More than RFC 3986 allows: Jira takes <code>[]|{}^\`"&lt;&gt;</code> unescaped. What the
   * path means is not decided here.
   */
  static final OctetClass TARGET = new OctetClass('!', octet -> octet >= '!' && octet <= '~');

  /** {@code field-vchar} with {@code obs-text}, SP and HTAB: the octets of a field value. */
  static final OctetClass FIELD_TEXT =
      new OctetClass(' ', octet -> octet == '\t' || (octet >= ' ' && octet != 0x7F));

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long DELETES = ONES * 0x7F;

  private final boolean[] member = new boolean[256];
  private final long floors;

  /**
   * @param floor the octet from which all up to {@code ~} are members: runs of those are skipped
   *     eight at a time. 0x80 if there is none
   */
  private OctetClass(int floor, IntPredicate isMember) {
    floors = ONES * floor;
    for (int octet = 0; octet < member.length; octet++) {
      member[octet] = isMember.test(octet);
    }
  }

  boolean contains(byte octet) {
    return member[octet & 0xFF];
  }

  /** The index of the first octet of {@code from..to} that is no member; {@code to} if all are. */
  int endOfRun(ByteBuffer in, int from, int to) {
    int index = from;
    while (index + Long.BYTES <= to && areVisible(in.getLong(index))) {
      index += Long.BYTES;
    }
    while (index < to && contains(in.get(index))) {
      index++;
    }
    return index;
  }

  /**
   * Whether all eight octets lie between the floor and {@code ~}. Each subtraction sets a high bit
   * exactly if there is an octet that it looks for, as long as no octet has its own high bit set.
   */
  private boolean areVisible(long octets) {
    long belowFloor = octets - floors;
    long delete = (octets ^ DELETES) - ONES;
    return ((octets | belowFloor | delete) & HIGH_BITS) == 0;
  }

  private static boolean isAlphanumeric(int octet) {
    return (octet >= '0' && octet <= '9')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= 'a' && octet <= 'z');
  }
}
