package dev.apiauth.sidecar.forward;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;

/** Gives the forwarded request exactly one framing (S22, RFC 9112, section 6). */
final class RequestFraming {

  private RequestFraming() {}

  /** Sets the framing that the request came with; false if it has no body. */
  static boolean apply(HttpServerRequest request, HttpClientRequest sending) {
    String length = request.getHeader("Content-Length");
    if (length != null) {
      if (length.equals("0")) {
        sending.putHeader("Content-Length", "0");
        return false;
      }
      sending.putHeader("Content-Length", length);
      return true;
    }
    if (!request.headers().contains("Transfer-Encoding")) return false;
    sending.setChunked(true);
    return true;
  }
}
