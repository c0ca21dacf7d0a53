package dev.apiauth.testkit.product.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A WebSocket (RFC 6455) that sends back what it gets: what has to pass a sidecar after a 101. */
public final class EchoWebSocket {

  /** RFC 6455, section 1.3. */
  private static final String HANDSHAKE_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private EchoWebSocket() {}

  public static List<Route> routes() {
    return List.of(
        Route.get("/plugins/servlet/echo-websocket", Access.SIGNED_IN, EchoWebSocket::open));
  }

  private static Answer open(Call call) {
    var key = call.request().getHeader("Sec-WebSocket-Key");
    if (key == null || !"websocket".equalsIgnoreCase(call.request().getHeader("Upgrade"))) {
      return Answer.text(426, "This is a WebSocket.").with("Upgrade", "websocket");
    }
    return response -> upgrade(call.request(), response, key);
  }

  private static void upgrade(HttpServletRequest request, HttpServletResponse response, String key)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
    response.setHeader("Upgrade", "websocket");
    response.setHeader("Connection", "Upgrade");
    response.setHeader("Sec-WebSocket-Accept", accept(key));
    try {
      request.upgrade(EchoUpgradeHandler.class);
    } catch (ServletException failure) {
      throw new IOException(failure);
    }
  }

  private static String accept(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(digest.digest((key + HANDSHAKE_GUID).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
