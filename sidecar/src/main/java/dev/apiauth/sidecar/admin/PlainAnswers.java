package dev.apiauth.sidecar.admin;

import io.vertx.core.http.HttpServerRequest;

/** Answers of the admin listeners: never stored, and the last on their connection. */
final class PlainAnswers {

  static final String TEXT = "text/plain; charset=utf-8";
  static final String JSON = "application/json";

  private PlainAnswers() {}

  static void text(HttpServerRequest request, int status, String text) {
    answer(request, status, TEXT, text);
  }

  static void answer(HttpServerRequest request, int status, String type, String body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Connection", "close")
        .end(body)
        .onComplete(written -> request.connection().close());
  }
}
