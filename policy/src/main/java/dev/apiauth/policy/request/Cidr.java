package dev.apiauth.policy.request;

/**
 * A range of addresses by prefix (RFC 4632, section 3.1; RFC 4291, section 2.3).
 *
 * @param network the first address of the range
 * @param prefixLength how many bits are common to all of it: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(IpAddress network, int prefixLength) {

  public Cidr {
    if (prefixLength < 0 || prefixLength > network.family().bits()) {
      throw new IllegalArgumentException("a prefix of %d bits".formatted(prefixLength));
    }
    network = network.masked(prefixLength);
  }

  /**
   * Reads {@code address/length}; a bare address stands for itself alone ({@code /32} or {@code
   * /128}). Bits of the address behind the prefix are ignored. Malformed with a sentence otherwise.
   */
  public static Parsed<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    var address = slash < 0 ? text : text.substring(0, slash);
    return switch (IpAddress.parse(address)) {
      case Parsed.Malformed<IpAddress>(String problem) -> Parsed.malformed(problem);
      case Parsed.Value<IpAddress>(IpAddress network) ->
          slash < 0
              ? Parsed.value(new Cidr(network, network.family().bits()))
              : withLength(network, text.substring(slash + 1));
    };
  }

  private static Parsed<Cidr> withLength(IpAddress network, String length) {
    int bits = network.family().bits();
    boolean number = length.matches("0|[1-9][0-9]{0,2}");
    return number && Integer.parseInt(length) <= bits
        ? Parsed.value(new Cidr(network, Integer.parseInt(length)))
        : Parsed.malformed(
            "\"%s\" is no prefix length: it is a number from 0 to %d"
                .formatted(Excerpt.of(length), bits));
  }

  /** Whether the address is in the range. Never, if it is of the other family. */
  public boolean contains(IpAddress address) {
    return address.family() == network.family() && address.masked(prefixLength).equals(network);
  }

  /** Whether all of the other range is in this one. */
  public boolean contains(Cidr other) {
    return other.prefixLength >= prefixLength && contains(other.network);
  }

  /** The canonical text: {@code 10.0.0.0/8}. */
  @Override
  public String toString() {
    return network + "/" + prefixLength;
  }
}
