package dev.apiauth.policy.request;

import dev.apiauth.policy.request.IpAddress.Family;
import java.util.Optional;

/** The IPv4 addresses that stand within IPv6 addresses, by their prefixes. */
final class CarriedIpv4 {

  private static final long NAT64 = 0x0064_ff9b_0000_0000L;
  private static final long SIX_TO_FOUR = 0x2002;
  private static final long TEREDO = 0x2001_0000L;
  private static final long LOW_32 = 0xffff_ffffL;

  private CarriedIpv4() {}

  static Optional<IpAddress> in(IpAddress address) {
    if (address.family() == Family.IPV4) return Optional.empty();
    long high = address.high();
    long low = address.low();
    if (high >>> 48 == SIX_TO_FOUR) return ipv4(high >>> 16);
    if (high >>> 32 == TEREDO) return ipv4(~low);
    boolean inLowest32 = low >>> 32 == 0 && (high == NAT64 || isCompatible(high, low));
    return inLowest32 ? ipv4(low) : Optional.empty();
  }

  /** {@code ::} and {@code ::1} have the form too, and mean something else. */
  private static boolean isCompatible(long high, long low) {
    return high == 0 && low > 1;
  }

  private static Optional<IpAddress> ipv4(long bits) {
    return Optional.of(new IpAddress(Family.IPV4, 0, bits & LOW_32));
  }
}
