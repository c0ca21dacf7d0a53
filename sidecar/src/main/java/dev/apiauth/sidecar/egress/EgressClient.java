package dev.apiauth.sidecar.egress;

import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.egress.EgressUrl;
import dev.apiauth.policy.egress.EgressVerdict;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.TrustOptions;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Fetches within {@link EgressRules} (5-security 4.4): the name is resolved once, every address
 * that it resolves to is checked, and the connection goes to a checked address, so that a second
 * answer of the name server changes nothing. No redirects, no proxy, no cookies, no credentials but
 * those of the request, no compression; a connection per request. Thread-safe.
 */
public final class EgressClient implements Egress, ProviderCalls, AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(2);

  private final EgressRules rules;
  private final HostResolver resolver;
  private final HttpClient client;
  private final Vertx vertx;

  /** Without a certificate of its own, and with a few connections at a time. */
  public EgressClient(Vertx vertx, EgressRules rules, HostResolver resolver, TrustAnchors trust) {
    this(vertx, rules, resolver, options(trust), pool(8));
  }

  EgressClient(
      Vertx vertx,
      EgressRules rules,
      HostResolver resolver,
      HttpClientOptions options,
      PoolOptions pool) {
    this.vertx = vertx;
    this.rules = rules;
    this.resolver = resolver;
    this.client = vertx.createHttpClient(options, pool);
  }

  static HttpClientOptions options(TrustAnchors trust) {
    return new HttpClientOptions()
        .setProtocolVersion(HttpVersion.HTTP_1_1)
        .setKeepAlive(false)
        .setVerifyHost(true)
        .setTrustOptions(TrustOptions.wrap(trust.factory()))
        .setConnectTimeout((int) CONNECT_DEADLINE.toMillis())
        .setSslHandshakeTimeout(DEADLINE.toMillis())
        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout((int) DEADLINE.toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setMaxHeaderSize(16 * 1024)
        .setDecompressionSupported(false);
  }

  /** As many connections to one address at a time, and as many requests that wait for one. */
  static PoolOptions pool(int connections) {
    return new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(8 * connections);
  }

  @Override
  public Future<EgressAnswer> get(String url) {
    return call(EgressRequest.get(url, DEADLINE)).map(EgressClient::document);
  }

  private static EgressAnswer document(EgressReply reply) {
    return switch (reply) {
      case EgressReply.Document(Buffer body, Optional<String> link) ->
          new EgressAnswer.Document(body);
      case EgressReply.Status(int code) ->
          new EgressAnswer.Failed("it answered with status " + code);
      case EgressReply.Failed(String because) -> new EgressAnswer.Failed(because);
    };
  }

  @Override
  public Future<EgressReply> call(EgressRequest request) {
    return run(request, EgressExchange::run)
        .otherwise(failure -> new EgressReply.Failed(NoDocument.sentence(failure)));
  }

  @Override
  public Future<Optional<String>> reach(String url) {
    return run(EgressRequest.get(url, DEADLINE), EgressExchange::reach)
        .map(reached -> Optional.<String>empty())
        .otherwise(failure -> Optional.of(NoDocument.sentence(failure)));
  }

  private <T> Future<T> run(
      EgressRequest request, BiFunction<EgressExchange, InetAddress, Future<T>> work) {
    return switch (rules.check(request.url())) {
      case EgressVerdict.Refused(String because) ->
          Future.failedFuture(NoDocument.because("it is not asked: the URL " + because));
      case EgressVerdict.Admitted(EgressUrl admitted) ->
          onOneLoop(() -> run(admitted, request, work));
    };
  }

  private <T> Future<T> run(
      EgressUrl url,
      EgressRequest request,
      BiFunction<EgressExchange, InetAddress, Future<T>> work) {
    var exchange = new EgressExchange(client, url, request);
    return addresses(url)
        .compose(found -> checked(url, found))
        .compose(checked -> tryEach(to -> work.apply(exchange, to), checked.iterator()))
        .timeout(request.patience())
        .onFailure(failure -> exchange.cancel());
  }

  /**
   * An answer must not arrive on one thread while another one is still saying what to do with it:
   * whoever asks, all of a request happens on one event loop.
   */
  private <T> Future<T> onOneLoop(Supplier<Future<T>> work) {
    Promise<T> answer = Promise.promise();
    vertx.getOrCreateContext().runOnContext(begin -> work.get().onComplete(answer));
    return answer.future();
  }

  private Future<List<InetAddress>> addresses(EgressUrl url) {
    return url.literal()
        .map(address -> Future.succeededFuture(List.of(address)))
        .orElseGet(() -> resolver.resolve(url.host()));
  }

  /**
   * All of them have to pass: a name that leads inside with one of its addresses is not to be
   * believed with another.
   */
  private Future<List<InetAddress>> checked(EgressUrl url, List<InetAddress> addresses) {
    Optional<String> refusal =
        addresses.stream().flatMap(address -> rules.refusal(url, address).stream()).findFirst();
    return refusal
        .map(
            because ->
                Future.<List<InetAddress>>failedFuture(
                    NoDocument.because("it is not asked: its name " + because)))
        .orElseGet(() -> Future.succeededFuture(addresses));
  }

  /** The next address is only tried where no connection came about; an answer is an answer. */
  private static <T> Future<T> tryEach(
      Function<InetAddress, Future<T>> work, Iterator<InetAddress> addresses) {
    return work.apply(addresses.next())
        .recover(
            failure ->
                failure instanceof ConnectException && addresses.hasNext()
                    ? tryEach(work, addresses)
                    : Future.failedFuture(failure));
  }

  /** Ends all requests. */
  @Override
  public void close() {
    client.close();
  }
}
