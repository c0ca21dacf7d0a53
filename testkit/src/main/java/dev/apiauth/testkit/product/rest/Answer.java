package dev.apiauth.testkit.product.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What an endpoint or a filter answers. */
@FunctionalInterface
public interface Answer {

  void send(HttpServletResponse response) throws IOException;

  /** This answer with one more header. */
  default Answer with(String header, String value) {
    return response -> {
      response.setHeader(header, value);
      send(response);
    };
  }

  static Answer json(int status, Object body) {
    return response -> send(response, status, "application/json;charset=UTF-8", Json.bytes(body));
  }

  static Answer html(int status, String page) {
    return response -> send(response, status, "text/html;charset=UTF-8", page.getBytes(UTF_8));
  }

  static Answer text(int status, String text) {
    return response -> send(response, status, "text/plain;charset=UTF-8", text.getBytes(UTF_8));
  }

  /** 204, without a body. */
  static Answer noContent() {
    return response -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  /**
   * 302.
   *
   * @param location absolute, or a path with the context path
   */
  static Answer redirect(String location) {
    return response -> {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", location);
    };
  }

  private static void send(
      HttpServletResponse response, int status, String contentType, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(contentType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
