package dev.apiauth.sidecar.pipeline;

import java.util.regex.Pattern;

/** The {@code IPv6address} of RFC 3986, section 3.2.2: without brackets, without a zone. */
final class Ipv6Syntax {

  private static final int GROUPS = 8;
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

  private Ipv6Syntax() {}

  static boolean isValid(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address, true) == GROUPS;
    }
    int before = groups(address.substring(0, gap), false);
    int after = groups(address.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /**
   * How many groups {@code part} has, -1 if one of them is none. An IPv4 address counts as two, and
   * may stand at the end of the address alone.
   */
  private static int groups(String part, boolean atEnd) {
    if (part.isEmpty()) {
      return 0;
    }
    String[] groups = part.split(":", -1);
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      boolean last = atEnd && i == groups.length - 1;
      if (GROUP.matcher(groups[i]).matches()) {
        count++;
      } else if (last && IPV4.matcher(groups[i]).matches()) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }
}
