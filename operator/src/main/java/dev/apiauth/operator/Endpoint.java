package dev.apiauth.operator;

/**
 * An address to listen at.
 *
 * @param host the address
 * @param port the port; 0 for any that is free
 */
public record Endpoint(String host, int port) {

  /**
   * Reads {@code host:port}; an IPv6 address stands in brackets.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) throw new IllegalArgumentException("write host:port, not " + text);
    String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
    return new Endpoint(host, Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
