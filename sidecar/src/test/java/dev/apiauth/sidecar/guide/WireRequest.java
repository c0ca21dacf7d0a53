package dev.apiauth.sidecar.guide;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands in a table: what no HTTP library would send is sent too.
 *
 * @param method the method
 * @param target the request target; {@code {host}} stands for the authority
 * @param fields header lines between Java's escapes for CR and LF; absent for none
 * @param body the content, with the same escapes; absent for none
 */
record WireRequest(String method, String target, @Nullable String fields, @Nullable String body) {

  /** Sends it on a connection of its own. */
  RawAnswer sendTo(Protected guarded) {
    String host = "127.0.0.1:" + guarded.sidecar().port();
    try (var client = RawHttpClient.to(guarded.sidecar().port())) {
      client.send(text(host));
      return method.equals("HEAD") ? client.answerToHead() : client.finalAnswer();
    }
  }

  private String text(String host) {
    String lines = fields == null ? "" : fields.translateEscapes() + "\r\n";
    String content = body == null ? "" : body.translateEscapes();
    return "%s %s HTTP/1.1\r\nHost: %s\r\n%s%s\r\n%s"
        .formatted(method, target.replace("{host}", host), host, lines, length(content), content);
  }

  /** Unless the table says itself how long the content is. */
  private String length(String content) {
    boolean framed =
        fields != null
            && (fields.toLowerCase(Locale.ROOT).contains("content-length")
                || fields.toLowerCase(Locale.ROOT).contains("transfer-encoding"));
    return framed || content.isEmpty() ? "" : "Content-Length: " + content.length() + "\r\n";
  }
}
