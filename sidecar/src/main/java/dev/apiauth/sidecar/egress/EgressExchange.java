package dev.apiauth.sidecar.egress;

import dev.apiauth.policy.egress.EgressUrl;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on one connection of its own, to an address that was checked; and the way to end it
 * early.
 */
final class EgressExchange {

  private static final int MAX_BODY = 256 * 1024;

  private final HttpClient client;
  private final EgressUrl url;
  private final EgressRequest request;
  private volatile Optional<HttpClientRequest> ongoing = Optional.empty();
  private volatile boolean cancelled;

  EgressExchange(HttpClient client, EgressUrl url, EgressRequest request) {
    this.client = client;
    this.url = url;
    this.request = request;
  }

  /**
   * Connects to {@code address} and asks there. The name in the URL is the one that TLS names and
   * checks.
   *
   * @return completes with the reply when all of it was read; fails with {@link NoDocument} or the
   *     network's exception
   */
  Future<EgressReply> run(InetAddress address) {
    return connect(address).compose(this::send).compose(this::read);
  }

  /**
   * Connects to {@code address} and hangs up.
   *
   * @return completes when the connection, with its TLS, stood; fails like {@link #run}
   */
  Future<Void> reach(InetAddress address) {
    return connect(address).compose(connected -> connected.connection().close());
  }

  private Future<HttpClientRequest> connect(InetAddress address) {
    if (cancelled) {
      return Future.failedFuture(NoDocument.because("it did not answer in time"));
    }
    return client.request(options(address));
  }

  /** Ends the exchange, whatever it is doing. */
  void cancel() {
    cancelled = true;
    ongoing.ifPresent(HttpClientRequest::reset);
  }

  private RequestOptions options(InetAddress address) {
    var options =
        new RequestOptions()
            .setMethod(request.method())
            .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
            .setHost(url.host())
            .setPort(url.port())
            .setSsl(url.isHttps())
            .setURI(QueryText.appended(url.target(), request.query()))
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.ACCEPT, "application/json")
            .putHeader(HttpHeaders.USER_AGENT, "apiauth");
    request.content().ifPresent(content -> describe(content, options));
    request.headers().forEach(options::putHeader);
    return options;
  }

  private static void describe(EgressRequest.Content content, RequestOptions options) {
    options.putHeader(HttpHeaders.CONTENT_TYPE, content.mediaType());
  }

  private Future<HttpClientResponse> send(HttpClientRequest connected) {
    ongoing = Optional.of(connected);
    if (cancelled) {
      connected.reset();
    }
    return request
        .content()
        .map(content -> connected.send(content.bytes()))
        .orElseGet(connected::send);
  }

  private Future<EgressReply> read(HttpClientResponse response) {
    if (response.statusCode() != 200) {
      response.request().reset();
      return Future.succeededFuture(new EgressReply.Status(response.statusCode()));
    }
    Promise<Buffer> whole = Promise.promise();
    response.exceptionHandler(whole::tryFail);
    if (isJson(response.getHeader(HttpHeaders.CONTENT_TYPE))) {
      collect(response, whole);
    } else {
      giveUp(response, whole, "it did not answer with JSON");
    }
    Optional<String> link = Optional.ofNullable(response.getHeader("Link"));
    return whole.future().map(body -> new EgressReply.Document(body, link));
  }

  private static void giveUp(HttpClientResponse response, Promise<Buffer> whole, String because) {
    whole.tryFail(NoDocument.because(because));
    response.request().reset();
  }

  private static boolean isJson(@Nullable String contentType) {
    String type =
        contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  private static void collect(HttpClientResponse response, Promise<Buffer> whole) {
    Buffer body = Buffer.buffer();
    response.endHandler(end -> whole.tryComplete(body));
    response.handler(
        chunk -> {
          if (whole.future().isComplete()) {
            return;
          }
          body.appendBuffer(chunk);
          if (body.length() > MAX_BODY) {
            giveUp(response, whole, "it answered with more than " + MAX_BODY + " bytes");
          }
        });
  }
}
