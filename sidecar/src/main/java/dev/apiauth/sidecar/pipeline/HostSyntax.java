package dev.apiauth.sidecar.pipeline;

import java.util.regex.Pattern;

/**
 * What a Host field may say: {@code uri-host [":" port]} (RFC 9110, section 7.2), held to what
 * Tomcat takes for a host, so that no value passes here and means something else there.
 *
 * <p>Stricter than Tomcat in one place: the port has one to five digits and is at most 65535.
 */
final class HostSyntax {

  private static final String LABEL = "[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*\\.?");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final int MAX_NAME = 255;
  private static final int MAX_PORT = 65_535;

  private HostSyntax() {}

  /** Whether {@code value} is a host, with or without a port. */
  static boolean isValid(String value) {
    int endOfHost = value.startsWith("[") ? value.indexOf(']') + 1 : endOfName(value);
    return isHost(value.substring(0, endOfHost)) && isPortOrNothing(value.substring(endOfHost));
  }

  private static int endOfName(String value) {
    int colon = value.indexOf(':');
    return colon < 0 ? value.length() : colon;
  }

  private static boolean isHost(String host) {
    return host.startsWith("[")
        ? Ipv6Syntax.isValid(host.substring(1, host.length() - 1))
        : host.length() <= MAX_NAME && NAME.matcher(host).matches();
  }

  private static boolean isPortOrNothing(String rest) {
    if (rest.isEmpty()) {
      return true;
    }
    String port = rest.substring(1);
    return rest.startsWith(":")
        && PORT.matcher(port).matches()
        && Integer.parseInt(port) <= MAX_PORT;
  }
}
