package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The only upgrade that is offered: the opening handshake of RFC 6455, section 4.1, exactly (F18).
 *
 * <p>A request that names {@code websocket} and is not such a handshake is refused whole. Taken for
 * an ordinary request here and for an upgrade behind, it would open a tunnel past the checks.
 */
final class WebSocketHandshake {

  /** Sixteen octets in base64. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

  private WebSocketHandshake() {}

  /** Refuses with {@link Reason#UPGRADE_REFUSED} what names {@code websocket} without being one. */
  static Optional<Refusal> check(RequestHead head) {
    return !namesWebSocket(head) || isValid(head)
        ? Optional.empty()
        : Optional.of(Refusal.of(Reason.UPGRADE_REFUSED));
  }

  private static boolean namesWebSocket(RequestHead head) {
    return head.headers().has("Upgrade")
        && elements(head, "Upgrade").anyMatch("websocket"::equalsIgnoreCase);
  }

  private static boolean isValid(RequestHead head) {
    HeaderFields headers = head.headers();
    return head.method().equals("GET")
        && head.version() == ProtocolVersion.HTTP_1_1
        && hasNoBody(headers)
        && elements(head, "Upgrade").count() == 1
        && elements(head, "Connection").anyMatch("upgrade"::equalsIgnoreCase)
        && headers.all("Sec-WebSocket-Version").equals(List.of("13"))
        && isKey(headers.all("Sec-WebSocket-Key"));
  }

  /** S4: no body, nor a field that frames one. */
  private static boolean hasNoBody(HeaderFields headers) {
    return !headers.has("Content-Length") && !headers.has("Transfer-Encoding");
  }

  private static boolean isKey(List<String> keys) {
    return keys.size() == 1 && KEY.matcher(keys.getFirst()).matches();
  }

  /** The members of a list field (RFC 9110, section 5.6.1). */
  private static Stream<String> elements(RequestHead head, String name) {
    return head.headers().all(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(element -> !element.isEmpty());
  }
}
