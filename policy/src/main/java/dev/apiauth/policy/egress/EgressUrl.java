package dev.apiauth.policy.egress;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A URL that {@link EgressRules} admitted.
 *
 * @param scheme {@code https}, or {@code http} where the installation opened it
 * @param host in lower case; an IPv6 address without brackets
 * @param port 1 to 65535, never left out
 * @param target path and query as they go into the request line, beginning with a slash
 */
public record EgressUrl(String scheme, String host, int port, String target) {

  /**
   * Scheme, host and port (RFC 6454, section 4), in one spelling: {@code https://idp.example:443}.
   */
  public String origin() {
    return scheme + "://" + authority();
  }

  /** Host and port, with brackets around an IPv6 address (RFC 3986, section 3.2). */
  public String authority() {
    return (isIpv6() ? "[" + host + "]" : host) + ":" + port;
  }

  /** Whether the connection is encrypted and the host has to prove its name. */
  public boolean isHttps() {
    return scheme.equals("https");
  }

  /** The address, if the host is one and no name. Nothing is resolved. */
  public Optional<InetAddress> literal() {
    return isIpv6() || HostSyntax.isIpv4(host)
        ? Optional.of(InetAddress.ofLiteral(host))
        : Optional.empty();
  }

  private boolean isIpv6() {
    return host.indexOf(':') >= 0;
  }

  @Override
  public String toString() {
    return origin() + target;
  }
}
