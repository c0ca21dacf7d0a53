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
import java.util.function.Supplier;

/**
 * Fetches within {@link EgressRules} (5-security 4.4): the name is resolved once, every address
 * that it resolves to is checked, and the connection goes to a checked address, so that a second
 * answer of the name server changes nothing. No redirects, no proxy, no cookies, no credentials, no
 * compression; a connection per fetch. Thread-safe.
 */
public final class EgressClient implements Egress, AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(2);
  private static final int MAX_CONNECTIONS = 8;
  private static final int MAX_WAITING = 64;

  private final EgressRules rules;
  private final HostResolver resolver;
  private final HttpClient client;
  private final Vertx vertx;

  public EgressClient(Vertx vertx, EgressRules rules, HostResolver resolver, TrustAnchors trust) {
    this.vertx = vertx;
    this.rules = rules;
    this.resolver = resolver;
    this.client = vertx.createHttpClient(options(trust), pool());
  }

  private static HttpClientOptions options(TrustAnchors trust) {
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

  private static PoolOptions pool() {
    return new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS).setMaxWaitQueueSize(MAX_WAITING);
  }

  @Override
  public Future<EgressAnswer> get(String url) {
    return switch (rules.check(url)) {
      case EgressVerdict.Refused(String because) -> failed("it is not asked: the URL " + because);
      case EgressVerdict.Admitted(EgressUrl admitted) -> onOneLoop(() -> fetch(admitted));
    };
  }

  /**
   * An answer must not arrive on one thread while another one is still saying what to do with it:
   * whoever asks, all of a fetch happens on one event loop.
   */
  private Future<EgressAnswer> onOneLoop(Supplier<Future<EgressAnswer>> fetch) {
    Promise<EgressAnswer> answer = Promise.promise();
    vertx.getOrCreateContext().runOnContext(begin -> fetch.get().onComplete(answer));
    return answer.future();
  }

  private Future<EgressAnswer> fetch(EgressUrl url) {
    var exchange = new EgressExchange(client, url);
    return addresses(url)
        .compose(found -> checked(url, found))
        .compose(checked -> tryEach(exchange, checked.iterator()))
        .timeout(DEADLINE)
        .<EgressAnswer>map(EgressAnswer.Document::new)
        .onFailure(failure -> exchange.cancel())
        .otherwise(failure -> new EgressAnswer.Failed(NoDocument.sentence(failure)));
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
  private Future<Buffer> tryEach(EgressExchange exchange, Iterator<InetAddress> addresses) {
    return exchange
        .run(addresses.next())
        .recover(
            failure ->
                failure instanceof ConnectException && addresses.hasNext()
                    ? tryEach(exchange, addresses)
                    : Future.failedFuture(failure));
  }

  private static Future<EgressAnswer> failed(String because) {
    return Future.succeededFuture(new EgressAnswer.Failed(because));
  }

  /** Ends all fetches. */
  @Override
  public void close() {
    client.close();
  }
}
