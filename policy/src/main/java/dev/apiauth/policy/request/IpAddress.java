package dev.apiauth.policy.request;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An address, IPv4 or IPv6, as a number. Never a name: nothing here asks a resolver.
 *
 * <p>The families do not meet: an IPv6 address that carries an IPv4 one (NAT64, 6to4) is an IPv6
 * address and in no IPv4 range.
 *
 * @param family how many bits count
 * @param high the upper 64 bits of an IPv6 address, 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address, the 32 bits of an IPv4 one
 */
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {

  /** The two kinds of addresses. */
  public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
      this.bits = bits;
    }

    /** The length of an address in bits. */
    public int bits() {
      return bits;
    }
  }

  public IpAddress {
    if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
      throw new IllegalArgumentException("more than 32 bits for an IPv4 address");
    }
  }

  /**
   * Reads a literal strictly (X4): dotted decimal without leading zeros, or hexadecimal groups (RFC
   * 4291, section 2.2, forms 1 and 2). No port, brackets or zone, no IPv4 within IPv6 (mapped
   * addresses in any form): two programs might take those for different addresses.
   */
  public static Parsed<IpAddress> parse(String text) {
    return text.indexOf(':') < 0 ? Ipv4Text.parse(text) : Ipv6Text.parse(text);
  }

  /** The address of a socket's end. The runtime has turned a mapped one into IPv4 already. */
  public static IpAddress of(InetAddress address) {
    var octets = ByteBuffer.wrap(address.getAddress());
    return octets.remaining() == 4
        ? new IpAddress(Family.IPV4, 0, Integer.toUnsignedLong(octets.getInt()))
        : new IpAddress(Family.IPV6, octets.getLong(), octets.getLong());
  }

  /**
   * The IPv4 address of the host that this IPv6 address stands for: IPv4-compatible (RFC 4291,
   * section 2.5.5.1), 6to4 (RFC 3056), Teredo's client (RFC 4380), or behind the well-known NAT64
   * prefix (RFC 6052). Empty for every other address.
   *
   * <p>Mapped addresses are not among them: a socket's end is IPv4 then, and as text they are
   * refused.
   */
  public Optional<IpAddress> carriedIpv4() {
    return CarriedIpv4.in(this);
  }

  /** IPv4 before IPv6, then by number. */
  @Override
  public int compareTo(IpAddress other) {
    int byFamily = family.compareTo(other.family);
    int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** This address with every bit behind the first {@code prefixLength} set to 0. */
  IpAddress masked(int prefixLength) {
    if (family == Family.IPV4) {
      return new IpAddress(family, 0, low & mask(prefixLength + 32) & 0xffff_ffffL);
    }
    return new IpAddress(family, high & mask(prefixLength), low & mask(prefixLength - 64));
  }

  /** The first {@code length} of 64 bits; all of them above 64, none below 1. */
  private static long mask(int length) {
    if (length <= 0) {
      return 0;
    }
    return length >= 64 ? -1L : -1L << (64 - length);
  }

  /** The canonical text (RFC 5952). */
  @Override
  public String toString() {
    return family == Family.IPV4 ? Ipv4Text.format(low) : Ipv6Text.format(high, low);
  }
}
