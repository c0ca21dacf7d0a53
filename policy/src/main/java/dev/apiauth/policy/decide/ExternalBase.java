package dev.apiauth.policy.decide;

import java.util.Locale;

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

  /**
   * Reads a base URL that has passed the schema.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static ExternalBase parse(String url) {
    int colon = url.indexOf("://");
    if (colon < 0) throw new IllegalArgumentException("not a base URL: " + url);
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    String authority = url.substring(colon + 3);
    int port = authority.lastIndexOf(':');
    return port < 0
        ? new ExternalBase(scheme, authority, scheme.equals("https") ? HTTPS : HTTP)
        : new ExternalBase(
            scheme, authority.substring(0, port), Integer.parseInt(authority.substring(port + 1)));
  }

  /** Host and port as a Host header has them: the scheme's own port is left out. */
  public String authority() {
    boolean usual = port == (scheme.equals("https") ? HTTPS : HTTP);
    return usual ? host : host + ":" + port;
  }
}
