package dev.apiauth.sidecar.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The listener of the operator's channel: off, or on with certificates that can be exchanged. */
final class ChannelServer {

  private static final int PATIENCE_SECONDS = 10;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final Vertx vertx;
  private final String host;
  private final int port;
  private final ChannelAnswers answers;
  private volatile @Nullable HttpServer running;

  ChannelServer(Vertx vertx, String host, int port, ChannelAnswers answers) {
    this.vertx = vertx;
    this.host = host;
    this.port = port;
    this.answers = answers;
  }

  /**
   * Serves with these certificates from now on. Connections that are open keep theirs, for the few
   * seconds that they live.
   *
   * @throws IOException if the certificates do not do or the address cannot be bound; then nothing
   *     has changed
   */
  void serve(ChannelCertificates certificates) throws IOException {
    HttpServer server = running;
    if (server == null) running = await(start(certificates));
    else await(server.updateSSLOptions(certificates.options(), true));
  }

  /** Serves no more. */
  void stop() throws IOException {
    HttpServer server = running;
    if (server != null) await(server.close());
    running = null;
  }

  /** The port; empty while the channel is off. */
  OptionalInt port() {
    HttpServer server = running;
    return server == null ? OptionalInt.empty() : OptionalInt.of(server.actualPort());
  }

  private Future<HttpServer> start(ChannelCertificates certificates) {
    var tls = certificates.options();
    var options =
        AdminListener.options(host, port)
            .setSsl(true)
            .setKeyCertOptions(tls.getKeyCertOptions())
            .setTrustOptions(tls.getTrustOptions())
            .setClientAuth(ClientAuth.REQUIRED)
            .setEnabledSecureTransportProtocols(tls.getEnabledSecureTransportProtocols());
    var router = Router.router(vertx);
    router
        .get("/v1/acknowledgement")
        .handler(question -> tell(question, answers.acknowledgement()));
    router.get("/v1/usage").handler(question -> tell(question, answers.usage()));
    return AdminListener.server(vertx, options, router).listen();
  }

  private static void tell(RoutingContext question, Supplier<?> answer) {
    try {
      PlainAnswers.answer(
          question.request(), 200, PlainAnswers.JSON, JSON.writeValueAsString(answer.get()));
    } catch (JsonProcessingException e) {
      question.fail(e);
    }
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the event loop did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
