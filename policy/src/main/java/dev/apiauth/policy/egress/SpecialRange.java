package dev.apiauth.policy.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses that a provider in the public Internet does not have (IANA special-purpose
 * registries, RFC 6890).
 *
 * @param name as it stands in messages
 * @param block the range
 * @param opening whether an installation may allow it
 */
record SpecialRange(String name, AddressBlock block, Opening opening) {

  /** Who may allow a range. */
  enum Opening {
    /** The installation, by {@code egress.allow}; never a resource. */
    BY_INSTALLATION,
    /** Nobody: such an address names no host, or hides another one. */
    NEVER
  }

  private static final List<SpecialRange> ALL =
      List.of(
          never("an unspecified address", "0.0.0.0/8"),
          openable("a loopback address", "127.0.0.0/8"),
          openable("a private address", "10.0.0.0/8"),
          openable("a private address", "172.16.0.0/12"),
          openable("a private address", "192.168.0.0/16"),
          openable("a shared address (RFC 6598)", "100.64.0.0/10"),
          openable("a link-local address, where clouds keep their metadata", "169.254.0.0/16"),
          openable("a protocol assignment", "192.0.0.0/24"),
          openable("a documentation address", "192.0.2.0/24"),
          openable("a documentation address", "198.51.100.0/24"),
          openable("a documentation address", "203.0.113.0/24"),
          openable("a benchmarking address", "198.18.0.0/15"),
          never("a 6to4 relay", "192.88.99.0/24"),
          never("a multicast address", "224.0.0.0/4"),
          never("a reserved address", "240.0.0.0/4"),
          openable("a loopback address", "::1/128"),
          never("an unspecified address", "::/128"),
          never("an IPv4-compatible address", "::/96"),
          never("an IPv4-translated address", "::ffff:0:0:0/96"),
          openable("a NAT64 address", "64:ff9b::/96"),
          never("a local NAT64 address", "64:ff9b:1::/48"),
          never("a Teredo or protocol address", "2001::/23"),
          openable("a documentation address", "2001:db8::/32"),
          openable("a documentation address", "3fff::/20"),
          never("a 6to4 address", "2002::/16"),
          openable("a unique local address", "fc00::/7"),
          openable("a link-local address", "fe80::/10"),
          never("a site-local address", "fec0::/10"),
          never("a multicast address", "ff00::/8"));

  private static final AddressBlock GLOBAL_UNICAST = block("2000::/3");
  private static final SpecialRange NOT_GLOBAL = never("not a global unicast address", "::/0");

  /** The range that the address belongs to; empty for an ordinary public address. */
  static Optional<SpecialRange> of(InetAddress address) {
    return ALL.stream()
        .filter(range -> range.block().contains(address))
        .findFirst()
        .or(() -> unassigned(address));
  }

  private static Optional<SpecialRange> unassigned(InetAddress address) {
    return address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)
        ? Optional.of(NOT_GLOBAL)
        : Optional.empty();
  }

  private static SpecialRange openable(String name, String block) {
    return new SpecialRange(name, block(block), Opening.BY_INSTALLATION);
  }

  private static SpecialRange never(String name, String block) {
    return new SpecialRange(name, block(block), Opening.NEVER);
  }

  private static AddressBlock block(String text) {
    return AddressBlock.parse(text).orElseThrow();
  }
}
