package dev.apiauth.testkit.product.rest;

import jakarta.servlet.http.HttpServletRequest;

/** The product's own idea of its address, read off the request it is asked with. */
public final class BaseUrl {

  private BaseUrl() {}

  /** {@code scheme://host[:port]}, without the port where it is the scheme's own (RFC 6454). */
  public static String origin(HttpServletRequest request) {
    int port = request.getServerPort();
    var origin = request.getScheme() + "://" + request.getServerName();
    boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
    return usual ? origin : origin + ":" + port;
  }

  /** The origin and the context path, without a trailing slash. */
  public static String of(HttpServletRequest request) {
    return origin(request) + request.getContextPath();
  }
}
