package dev.apiauth.policy.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * A block of addresses in CIDR notation (RFC 4632; RFC 4291, section 2.3).
 *
 * <p>IPv4 and IPv6 never match each other; Java turns an IPv4-mapped address into the IPv4 address
 * that it is.
 */
final class AddressBlock {

  private final byte[] network;
  private final int prefixLength;

  private AddressBlock(byte[] network, int prefixLength) {
    this.network = network;
    this.prefixLength = prefixLength;
  }

  /**
   * Reads {@code 10.0.0.0/8} or {@code fc00::/7}; empty for everything else, a bare address too.
   */
  static Optional<AddressBlock> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    int length = Integer.parseInt(text.substring(slash + 1));
    return address(text.substring(0, slash))
        .map(InetAddress::getAddress)
        .filter(network -> length <= network.length * 8)
        .map(network -> new AddressBlock(network, length));
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return HostSyntax.isIpv4(text) || HostSyntax.isIpv6(text)
          ? Optional.of(InetAddress.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress candidate) {
    byte[] address = candidate.getAddress();
    return address.length == network.length && wholeBytesMatch(address) && restMatches(address);
  }

  private boolean wholeBytesMatch(byte[] address) {
    int bytes = prefixLength / 8;
    return Arrays.equals(address, 0, bytes, network, 0, bytes);
  }

  private boolean restMatches(byte[] address) {
    int bits = prefixLength % 8;
    int at = prefixLength / 8;
    return bits == 0 || (address[at] & 0xff) >>> (8 - bits) == (network[at] & 0xff) >>> (8 - bits);
  }
}
