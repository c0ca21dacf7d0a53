package dev.apiauth.policy.egress;

import java.util.regex.Pattern;

/** The spellings of a host that have one meaning only. */
final class HostSyntax {

  private static final int MAX_LENGTH = 253;

  /**
   * Decimal, four parts, no leading zeros: octal, hexadecimal and short forms are read differently
   * by different resolvers.
   */
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

  /**
   * Letters, digits and hyphens; the last label begins with a letter, so that it cannot be part of
   * a number.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private HostSyntax() {}

  static boolean isIpv4(String host) {
    return IPV4.matcher(host).matches();
  }

  static boolean isIpv6(String host) {
    return IPV6.matcher(host).matches();
  }

  static boolean isName(String host) {
    return host.length() <= MAX_LENGTH && NAME.matcher(host).matches();
  }
}
