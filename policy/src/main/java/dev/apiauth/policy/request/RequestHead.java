package dev.apiauth.policy.request;

import java.net.InetAddress;

/**
 * The head of a request as it was parsed: nothing decoded, nothing decided.
 *
 * @param id names the request in answers and audit lines; made by us, never taken from the client
 * @param method case-sensitive (RFC 9110, section 9.1)
 * @param target the request target as it stood in the request line, one char per byte (RFC 9112,
 *     section 3.2)
 * @param version the version of the request line
 * @param headers the field lines
 * @param peer the address at the other end of the connection: the client's, or the last proxy's
 */
public record RequestHead(
    String id,
    String method,
    String target,
    ProtocolVersion version,
    HeaderFields headers,
    InetAddress peer) {

  /**
   * A CORS preflight (Fetch standard): without credentials by design, so it is never challenged.
   */
  public boolean isPreflight() {
    return method.equals("OPTIONS")
        && headers.has("Origin")
        && headers.has("Access-Control-Request-Method");
  }

  /** A handshake for a WebSocket (RFC 6455, section 4.1), whatever its path. */
  public boolean isWebSocketHandshake() {
    return headers.first("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
  }
}
