package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one event loop to the product. A connection carries one request at a time;
 * nothing is ever sent twice.
 */
public final class Upstream {

  private final HttpClient client;
  private final UpstreamLimits limits;
  private final String host;

  /**
   * Opens no connection yet.
   *
   * @param vertx to be called on the event loop whose connections these are
   * @param host where the product listens; its port is the policy's
   * @param limits every bound
   */
  public Upstream(Vertx vertx, String host, UpstreamLimits limits) {
    this.host = host;
    this.limits = limits;
    this.client =
        vertx
            .httpClientBuilder()
            .with(options(limits))
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(limits.connections())
                    .setMaxWaitQueueSize(limits.waiting()))
            .build();
  }

  public UpstreamLimits limits() {
    return limits;
  }

  /**
   * Begins a request to the product.
   *
   * @return completes when there is a connection for it; fails where there is none
   */
  public Future<HttpClientRequest> request(HttpMethod method, String uri, int port) {
    return client.request(
        new RequestOptions()
            .setMethod(method)
            .setURI(uri)
            .setServer(SocketAddress.inetSocketAddress(port, host))
            .setHost(host)
            .setPort(port)
            .setConnectTimeout(limits.connectWithin().toMillis())
            .setFollowRedirects(false));
  }

  /** What a failure to get a connection or an answer means. */
  static Refusal refusal(Throwable failure) {
    Reason reason =
        switch (failure) {
          case ConnectionPoolTooBusyException busy -> Reason.PRODUCT_OVERLOADED;
          case DecoderException malformed -> Reason.PRODUCT_ANSWER_MALFORMED;
          case IllegalArgumentException malformed -> Reason.PRODUCT_ANSWER_MALFORMED;
          default -> Reason.PRODUCT_UNREACHABLE;
        };
    return Refusal.of(reason).finding(failure.getClass().getSimpleName());
  }

  private static HttpClientOptions options(UpstreamLimits limits) {
    return new HttpClientOptions()
        .setProtocolVersion(HttpVersion.HTTP_1_1)
        .setKeepAlive(true)
        .setKeepAliveTimeout(Math.toIntExact(limits.keepAlive().toSeconds()))
        .setPipelining(false)
        .setDecompressionSupported(false)
        .setConnectTimeout(Math.toIntExact(limits.connectWithin().toMillis()))
        .setIdleTimeout(Math.toIntExact(limits.idle().toSeconds()))
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxHeaderSize(limits.headOctets())
        .setMaxInitialLineLength(4096)
        .setMaxChunkSize(limits.chunkOctets())
        .setTcpNoDelay(true);
  }
}
