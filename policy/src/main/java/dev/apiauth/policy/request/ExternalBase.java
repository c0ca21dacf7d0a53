package dev.apiauth.policy.request;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the world reaches the product.
 *
 * @param scheme http or https
 * @param host the host name
 * @param port the port, never left out
 */
public record ExternalBase(String scheme, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;

  private static final Pattern FORM =
      Pattern.compile("(https?)://([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?/?", Pattern.CASE_INSENSITIVE);

  /** Reads a base URL: scheme, host name and, where it is not the scheme's own, a port. */
  public static Parsed<ExternalBase> parse(String url) {
    Matcher parts = FORM.matcher(url);
    if (!parts.matches()) return malformed(url);
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    int port = parts.group(3) == null ? usualPort(scheme) : Integer.parseInt(parts.group(3));
    return port == 0 || port > LAST_PORT
        ? malformed(url)
        : Parsed.value(new ExternalBase(scheme, parts.group(2), port));
  }

  /** Host and port as a Host header has them: the scheme's own port is left out. */
  public String authority() {
    return port == usualPort(scheme) ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return scheme + "://" + authority();
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? HTTPS : HTTP;
  }

  private static Parsed<ExternalBase> malformed(String url) {
    return Parsed.malformed(
        "\"%s\" is no base URL: write it as https://host or https://host:port, without a path"
            .formatted(url));
  }
}
