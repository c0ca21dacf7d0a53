package dev.apiauth.sidecar.admin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/**
 * Probes and metrics in plain HTTP, for whoever reaches the port: {@code /livez}, {@code /readyz}
 * and {@code /metrics}. Tells no user name and no secret.
 *
 * <p>Alive means that the event loop turns. Ready means that a policy is in force and the product's
 * port takes connections; a silent identity provider makes nobody unready, since that would take
 * away the requests that need none (F1).
 */
public final class ProbeServer {

  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Vertx vertx;
  private final Readiness readiness;
  private final Supplier<String> metrics;

  /**
   * Listens at nothing yet.
   *
   * @param readiness whether clients should be sent here
   * @param metrics the metrics as text; asked on a worker thread
   */
  public ProbeServer(Vertx vertx, Readiness readiness, Supplier<String> metrics) {
    this.vertx = vertx;
    this.readiness = readiness;
    this.metrics = metrics;
  }

  /**
   * Listens until Vert.x is closed.
   *
   * @param port 0 for any that is free
   * @return the port; fails if the address cannot be bound
   */
  public Future<Integer> listen(String host, int port) {
    var router = Router.router(vertx);
    read(router, "/livez").handler(probe -> PlainAnswers.text(probe.request(), 200, "ok\n"));
    read(router, "/readyz").handler(this::answerReadiness);
    read(router, "/metrics").handler(this::answerMetrics);
    return AdminListener.server(vertx, AdminListener.options(host, port), router)
        .listen()
        .map(HttpServer::actualPort);
  }

  private static Route read(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void answerReadiness(RoutingContext probe) {
    readiness
        .report()
        .onSuccess(
            report ->
                PlainAnswers.text(probe.request(), report.isReady() ? 200 : 503, report.text()))
        .onFailure(probe::fail);
  }

  private void answerMetrics(RoutingContext scrape) {
    vertx
        .executeBlocking(metrics::get)
        .onSuccess(text -> PlainAnswers.answer(scrape.request(), 200, METRICS_TYPE, text))
        .onFailure(scrape::fail);
  }
}
