package dev.apiauth.sidecar.egress;

import dev.apiauth.policy.egress.EgressUrl;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
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
  private volatile Optional<HttpClientRequest> ongoing = Optional.empty();
  private volatile boolean cancelled;

  EgressExchange(HttpClient client, EgressUrl url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Connects to {@code address} and asks for the document there. The name in the URL is the one
   * that TLS names and checks.
   *
   * @return completes with the body when all of it was read; fails with {@link NoDocument} or the
   *     network's exception
   */
  Future<Buffer> run(InetAddress address) {
    if (cancelled) {
      return Future.failedFuture(NoDocument.because("it did not answer in time"));
    }
    return client.request(options(address)).compose(this::send).compose(this::read);
  }

  /** Ends the exchange, whatever it is doing. */
  void cancel() {
    cancelled = true;
    ongoing.ifPresent(HttpClientRequest::reset);
  }

  private RequestOptions options(InetAddress address) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
        .setHost(url.host())
        .setPort(url.port())
        .setSsl(url.isHttps())
        .setURI(url.target())
        .setFollowRedirects(false)
        .putHeader(HttpHeaders.ACCEPT, "application/json")
        .putHeader(HttpHeaders.USER_AGENT, "apiauth");
  }

  private Future<HttpClientResponse> send(HttpClientRequest request) {
    ongoing = Optional.of(request);
    if (cancelled) {
      request.reset();
    }
    return request.send();
  }

  private Future<Buffer> read(HttpClientResponse response) {
    Promise<Buffer> whole = Promise.promise();
    response.exceptionHandler(whole::tryFail);
    flaw(response)
        .ifPresentOrElse(
            because -> giveUp(response, whole, because), () -> collect(response, whole));
    return whole.future();
  }

  private static void giveUp(HttpClientResponse response, Promise<Buffer> whole, String because) {
    whole.tryFail(NoDocument.because(because));
    response.request().reset();
  }

  private static Optional<String> flaw(HttpClientResponse response) {
    if (response.statusCode() != 200) {
      return Optional.of("it answered with status " + response.statusCode());
    }
    return isJson(response.getHeader(HttpHeaders.CONTENT_TYPE))
        ? Optional.empty()
        : Optional.of("it did not answer with JSON");
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
