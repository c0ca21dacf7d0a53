package dev.apiauth.sidecar.admin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What both admin listeners have in common: every limit, and plain answers to wrong requests. */
final class AdminListener {

  private static final int REQUEST_LINE_BYTES = 1024;
  private static final int HEADER_BYTES = 8 * 1024;
  private static final int HANDSHAKE_SECONDS = 5;
  private static final int IDLE_SECONDS = 5;
  private static final int BACKLOG = 128;

  private static final Map<Integer, String> WRONG_REQUESTS =
      Map.of(
          400, "This request cannot be understood.\n",
          404, "There is nothing here.\n",
          405, "Only GET and HEAD are offered here.\n",
          500, "This cannot be answered.\n");

  private AdminListener() {}

  static HttpServerOptions options(String host, int port) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setMaxInitialLineLength(REQUEST_LINE_BYTES)
        .setMaxHeaderSize(HEADER_BYTES)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
        .setAcceptBacklog(BACKLOG)
        .setUseAlpn(false)
        .setHttp2ClearTextEnabled(false)
        .setCompressionSupported(false)
        .setDecompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }

  static HttpServer server(Vertx vertx, HttpServerOptions options, Router router) {
    var connections = new BriefConnections(vertx);
    WRONG_REQUESTS.forEach(
        (status, text) ->
            router.errorHandler(status, wrong -> PlainAnswers.text(wrong.request(), status, text)));
    return vertx
        .createHttpServer(options)
        .connectionHandler(connections::opened)
        .requestHandler(
            request -> {
              if (connections.isTheOne(request)) router.handle(request);
            });
  }
}
