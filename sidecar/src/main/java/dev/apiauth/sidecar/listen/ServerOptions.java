package dev.apiauth.sidecar.listen;

import io.vertx.core.http.HttpServerOptions;

/** Vert.x's options for the listener, every one that bounds something or switches something off. */
final class ServerOptions {

  /**
   * Netty's decoder gets room beyond the guard's bounds, so that it is always the guard who
   * refuses: it answers in order and lets the answer arrive.
   */
  private static final int ROOM = 1024;

  private ServerOptions() {}

  static HttpServerOptions within(ListenerLimits limits) {
    return withoutExtras(new HttpServerOptions())
        .setMaxInitialLineLength(limits.requestLineOctets() + ROOM)
        .setMaxHeaderSize(2 * limits.headerOctets() + ROOM)
        .setMaxChunkSize(limits.chunkOctets())
        .setAcceptBacklog(limits.acceptBacklog())
        .setReuseAddress(true)
        .setTcpNoDelay(true)
        .setTcpKeepAlive(true)
        .setIdleTimeout(0)
        .setReadIdleTimeout(0)
        .setWriteIdleTimeout(0);
  }

  /** HTTP/1.1 and 1.0 alone (S16); bodies as they are; 100 Continue is the forwarder's to give. */
  private static HttpServerOptions withoutExtras(HttpServerOptions options) {
    return options
        .setHttp2ClearTextEnabled(false)
        .setSsl(false)
        .setUseAlpn(false)
        .setUseProxyProtocol(false)
        .setCompressionSupported(false)
        .setDecompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setHandle100ContinueAutomatically(false)
        .setLogActivity(false);
  }
}
