package dev.apiauth.sidecar;

import dev.apiauth.sidecar.answer.AnswerWriter;
import dev.apiauth.sidecar.exchange.DoorRecords;
import dev.apiauth.sidecar.exchange.EnforcedPolicy;
import dev.apiauth.sidecar.exchange.ExchangeHandler;
import dev.apiauth.sidecar.exchange.Records;
import dev.apiauth.sidecar.exchange.Stations;
import dev.apiauth.sidecar.forward.Forwarder;
import dev.apiauth.sidecar.forward.HttpProductGroups;
import dev.apiauth.sidecar.forward.HttpProductProbe;
import dev.apiauth.sidecar.forward.ProductQuestions;
import dev.apiauth.sidecar.forward.Upstream;
import dev.apiauth.sidecar.identity.Bindings;
import dev.apiauth.sidecar.identity.KnownGroups;
import dev.apiauth.sidecar.identity.ProbedSessions;
import dev.apiauth.sidecar.listen.PlainRefusalWriter;
import dev.apiauth.sidecar.listen.ProductListener;
import dev.apiauth.sidecar.listen.RequestHandler;
import dev.apiauth.sidecar.listen.RequestHeads;
import dev.apiauth.sidecar.listen.RequestIds;
import dev.apiauth.sidecar.pipeline.AssertIdentity;
import dev.apiauth.sidecar.pipeline.LearnGroups;
import dev.apiauth.sidecar.pipeline.Pipeline;
import dev.apiauth.sidecar.pipeline.ProvePrincipal;
import dev.apiauth.sidecar.pipeline.RouteCredential;
import dev.apiauth.sidecar.pipeline.TokensOnFile;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes what a request passes from its first octet to the audit line. Each event loop has parts of
 * its own; what the product said about a token is shared by all of them.
 *
 * @param vertx the event loops
 * @param options where to listen, and where the product is
 * @param clock what time it is
 */
record Reception(Vertx vertx, SidecarOptions options, InstantSource clock) {

  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

  /**
   * Listens for clients once it is told where.
   *
   * @param policies the policy in force; empty if there is none
   * @param records take down what became of each request
   */
  ProductListener listener(Supplier<Optional<EnforcedPolicy>> policies, Records records) {
    var questions = new ProductQuestions(vertx, upstream(), PROBE_PATIENCE);
    var probe = new HttpProductProbe(questions);
    var bindings = new Bindings(probe, clock);
    Pipeline pipeline = pipeline(questions, probe, bindings);
    var ids = RequestIds.ofThisProcess();
    Supplier<RequestHandler> handlers =
        () ->
            new ExchangeHandler(
                new RequestHeads(ids),
                policies,
                new Stations(
                    pipeline,
                    new Forwarder(vertx, upstream(), bindings),
                    new AnswerWriter(vertx),
                    records));
    return new ProductListener(
        vertx,
        options.limits(),
        handlers,
        new PlainRefusalWriter(),
        ids,
        new DoorRecords(records),
        clock);
  }

  private Pipeline pipeline(ProductQuestions questions, HttpProductProbe probe, Bindings bindings) {
    var onFile = new TokensOnFile(bindings, clock);
    return new Pipeline(
        new RouteCredential(clock),
        new ProvePrincipal(new ProbedSessions(probe, clock), bindings, clock),
        new LearnGroups(onFile, new KnownGroups(new HttpProductGroups(questions), clock)),
        new AssertIdentity(onFile));
  }

  private Upstream upstream() {
    return new Upstream(vertx, options.upstreamHost(), options.upstreamLimits());
  }
}
