package dev.apiauth.testkit.product.tomcat;

/**
 * What a product's {@code server.xml} says about its HTTP connector.
 *
 * @param relaxedPathChars characters that RFC 3986 forbids in a path and this connector lets
 *     through
 * @param relaxedQueryChars the same for the query
 * @param maxKeepAliveRequests requests on one connection before it is closed; -1: no limit
 */
public record ConnectorSettings(
    String relaxedPathChars, String relaxedQueryChars, int maxKeepAliveRequests) {

  private static final int TOMCAT_DEFAULT_KEEP_ALIVE = 100;

  /** Tomcat as it comes. */
  public static final ConnectorSettings BARE =
      new ConnectorSettings("", "", TOMCAT_DEFAULT_KEEP_ALIVE);

  /** Jira's connector, which lets raw brackets, bars, quotes and the like through. */
  public static final ConnectorSettings JIRA =
      new ConnectorSettings("[]|", "[]|{}^\\`\"<>", TOMCAT_DEFAULT_KEEP_ALIVE);

  /** The same connector that never closes a connection for its age. */
  public ConnectorSettings withoutKeepAliveLimit() {
    return new ConnectorSettings(relaxedPathChars, relaxedQueryChars, -1);
  }
}
