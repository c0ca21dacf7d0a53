package dev.apiauth.policy.egress;

import dev.apiauth.policy.egress.EgressVerdict.Admitted;
import dev.apiauth.policy.egress.EgressVerdict.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL that every parser reads alike: what has a second reading (RFC 3986 against WHATWG) is
 * refused.
 */
final class UrlSyntax {

  private static final int MAX_LENGTH = 2048;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * Printable ASCII without the characters that RFC 3986 leaves out; the backslash is a slash to
   * some.
   */
  private static final Pattern PLAIN = Pattern.compile("[!#$%&'()*+,\\-./0-9:;=?@A-Z\\[\\]_a-z~]+");

  private UrlSyntax() {}

  static EgressVerdict read(String text) {
    if (text.length() > MAX_LENGTH || !PLAIN.matcher(text).matches()) {
      return new Refused(
          "has characters that do not belong into a URL, or is longer than " + MAX_LENGTH);
    }
    try {
      return read(new URI(text));
    } catch (URISyntaxException malformed) {
      return new Refused("is not a URL");
    }
  }

  private static EgressVerdict read(URI uri) {
    return flaw(uri).<EgressVerdict>map(Refused::new).orElseGet(() -> new Admitted(url(uri)));
  }

  private static Optional<String> flaw(URI uri) {
    String scheme = lower(uri.getScheme());
    if (!SCHEMES.contains(scheme)) {
      return Optional.of("is not an https URL");
    }
    String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
    if (authority.indexOf('@') >= 0) {
      return Optional.of(
          "has a user name or password in it; secrets are referred to, never written into URLs");
    }
    if (uri.getRawFragment() != null) {
      return Optional.of("has a fragment");
    }
    return host(uri, authority);
  }

  private static Optional<String> host(URI uri, String authority) {
    String host = host(uri);
    if (!HostSyntax.isName(host) && !HostSyntax.isIpv4(host) && !HostSyntax.isIpv6(host)) {
      return Optional.of(
          "does not name its host in plain form: an ASCII name without a dot at its end, or an"
              + " address in its usual spelling");
    }
    if (authority.endsWith(":") || uri.getPort() == 0 || uri.getPort() > 65_535) {
      return Optional.of("has a malformed port");
    }
    return Optional.empty();
  }

  private static EgressUrl url(URI uri) {
    String scheme = lower(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : defaultPort(scheme);
    return new EgressUrl(scheme, host(uri), port, target(uri));
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static String target(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return Optional.ofNullable(uri.getRawQuery()).map(query -> path + "?" + query).orElse(path);
  }

  private static String host(URI uri) {
    String host = lower(uri.getHost());
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
