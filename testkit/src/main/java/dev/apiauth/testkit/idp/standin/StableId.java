package dev.apiauth.testkit.idp.standin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Numbers and names that providers give to people and groups: the same at every run. */
final class StableId {

  private StableId() {}

  static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Of that many decimal digits, the first of which is not zero; at most 18. */
  static String digits(String name, int count) {
    long bits = UUID.fromString(uuid(name)).getMostSignificantBits() >>> 1;
    long lowest = Math.powExact(10L, count - 1);
    return Long.toString(lowest + bits % (9 * lowest));
  }

  /** Of that many capital letters and digits. */
  static String capitals(String name, int count) {
    var text = new StringBuilder();
    for (int part = 0; text.length() < count; part++) {
      long bits = UUID.fromString(uuid(name + part)).getMostSignificantBits() >>> 1;
      text.append(Long.toString(bits, 36).toUpperCase(Locale.ROOT));
    }
    return text.substring(0, count);
  }
}
