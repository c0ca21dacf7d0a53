package dev.apiauth.policy.request;

import dev.apiauth.policy.request.IpAddress.Family;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Groups of hexadecimal digits, zeros left out once (RFC 4291, section 2.2; RFC 5952). */
final class Ipv6Text {

  private static final int GROUPS = 8;
  private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff".length();
  private static final String GAP = "::";

  private Ipv6Text() {}

  static Parsed<IpAddress> parse(String text) {
    if (text.indexOf('.') >= 0) {
      return malformed(text, "an IPv4 address within an IPv6 address is ambiguous");
    }
    return groups(text)
        .map(Ipv6Text::address)
        .map(address -> unlessMapped(text, address))
        .orElseGet(
            () ->
                malformed(
                    text, "an IPv6 address is eight hexadecimal groups, without port or zone"));
  }

  private static Parsed<IpAddress> unlessMapped(String text, IpAddress address) {
    boolean mapped = address.high() == 0 && address.low() >>> 32 == 0xffff;
    return mapped ? malformed(text, "write an IPv4-mapped address as IPv4") : Parsed.value(address);
  }

  /** The eight groups with the left-out zeros put in; empty if the text has another shape. */
  private static Optional<List<String>> groups(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int gap = text.indexOf(GAP);
    var groups = gap < 0 ? split(text) : filled(text.substring(0, gap), text.substring(gap + 2));
    boolean complete = groups.size() == GROUPS && groups.stream().allMatch(Ipv6Text::isGroup);
    return complete ? Optional.of(groups) : Optional.empty();
  }

  private static List<String> filled(String before, String after) {
    var left = before.isEmpty() ? List.<String>of() : split(before);
    var right = after.isEmpty() ? List.<String>of() : split(after);
    int zeros = Math.max(1, GROUPS - left.size() - right.size());
    var middle = Stream.generate(() -> "0").limit(zeros);
    return Stream.of(left.stream(), middle, right.stream()).flatMap(part -> part).toList();
  }

  private static List<String> split(String text) {
    return List.of(text.split(":", -1));
  }

  private static boolean isGroup(String text) {
    return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(HexFormat::isHexDigit);
  }

  private static IpAddress address(List<String> groups) {
    return new IpAddress(
        Family.IPV6, number(groups.subList(0, 4)), number(groups.subList(4, GROUPS)));
  }

  private static long number(List<String> groups) {
    return groups.stream()
        .mapToLong(group -> Integer.parseInt(group, 16))
        .reduce(0, (number, group) -> (number << 16) | group);
  }

  static String format(long high, long low) {
    var groups = IntStream.range(0, GROUPS).map(i -> group(high, low, i)).toArray();
    var zeros = longestZeros(groups);
    if (zeros.length < 2) {
      return join(groups, 0, GROUPS);
    }
    return join(groups, 0, zeros.start) + GAP + join(groups, zeros.start + zeros.length, GROUPS);
  }

  private static int group(long high, long low, int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (16 * (3 - index % 4))) & 0xffff;
  }

  private static String join(int[] groups, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Integer.toHexString(groups[i]))
        .collect(Collectors.joining(":"));
  }

  /** The longest run of zeros, the first of equals (RFC 5952, section 4.2.3). */
  private static Run longestZeros(int[] groups) {
    var longest = new Run(0, 0);
    int start = 0;
    for (int i = 0; i < GROUPS; i++) {
      if (groups[i] != 0) {
        start = i + 1;
      } else if (i + 1 - start > longest.length) {
        longest = new Run(start, i + 1 - start);
      }
    }
    return longest;
  }

  private static Parsed<IpAddress> malformed(String text, String problem) {
    return Parsed.malformed("\"%s\" is no address: %s".formatted(Excerpt.of(text), problem));
  }

  private record Run(int start, int length) {}
}
