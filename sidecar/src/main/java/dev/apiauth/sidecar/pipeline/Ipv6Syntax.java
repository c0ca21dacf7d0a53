package dev.apiauth.sidecar.pipeline;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code IPv6address} of RFC 3986, section 3.2.2: without brackets, without a zone. Wider than
 * what {@link dev.apiauth.policy.request.IpAddress} reads: a Host may carry an IPv4 address within
 * an IPv6 one, as Tomcat lets it, while no rule of a policy is ever about such a thing.
 */
final class Ipv6Syntax {

  private static final int GROUPS = 8;
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4_AT_THE_END =
      Pattern.compile("(?<=:)" + OCTET + "(?:\\." + OCTET + "){3}\\z");

  private Ipv6Syntax() {}

  static boolean isValid(String address) {
    String inGroups = IPV4_AT_THE_END.matcher(address).replaceFirst("0:0");
    int gap = inGroups.indexOf("::");
    if (gap < 0) {
      return groups(inGroups) == GROUPS;
    }
    int before = groups(inGroups.substring(0, gap));
    int after = groups(inGroups.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /** How many groups {@code part} has, -1 if one of them is none. */
  private static int groups(String part) {
    if (part.isEmpty()) {
      return 0;
    }
    List<String> groups = List.of(part.split(":", -1));
    return groups.stream().allMatch(group -> GROUP.matcher(group).matches()) ? groups.size() : -1;
  }
}
