package dev.apiauth.policy.request;

import dev.apiauth.policy.request.IpAddress.Family;

/** Dotted decimal: four numbers from 0 to 255, nothing else. */
final class Ipv4Text {

  private static final int LONGEST = "255.255.255.255".length();

  private Ipv4Text() {}

  static Parsed<IpAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return malformed(text);
    }
    var parts = text.split("\\.", -1);
    long address = 0;
    for (var part : parts) {
      int octet = octet(part);
      if (octet < 0) {
        return malformed(text);
      }
      address = (address << 8) | octet;
    }
    return parts.length == 4
        ? Parsed.value(new IpAddress(Family.IPV4, 0, address))
        : malformed(text);
  }

  static String format(long address) {
    return ((address >>> 24) & 0xff)
        + "."
        + ((address >>> 16) & 0xff)
        + "."
        + ((address >>> 8) & 0xff)
        + "."
        + (address & 0xff);
  }

  /** The number, -1 if it is none of those without a leading zero from 0 to 255. */
  private static int octet(String part) {
    boolean digits = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = part.length() > 1 && part.startsWith("0");
    if (!digits || leadingZero || part.length() > 3) {
      return -1;
    }
    int value = Integer.parseInt(part);
    return value <= 255 ? value : -1;
  }

  private static Parsed<IpAddress> malformed(String text) {
    return Parsed.malformed(
        ("\"%s\" is no address: an IPv4 address is four numbers from 0 to 255,"
                + " without leading zeros or port")
            .formatted(Excerpt.of(text)));
  }
}
