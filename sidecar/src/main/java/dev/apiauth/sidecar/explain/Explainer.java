package dev.apiauth.sidecar.explain;

import dev.apiauth.policy.decide.Asserted;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.EgressClients;
import dev.apiauth.sidecar.egress.SystemHostResolver;
import dev.apiauth.sidecar.egress.TrustAnchors;
import dev.apiauth.sidecar.explain.ExplainOptions.Asking;
import dev.apiauth.sidecar.identity.Bindings;
import dev.apiauth.sidecar.identity.ProbedSessions;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.pipeline.AssertIdentity;
import dev.apiauth.sidecar.pipeline.BodySource;
import dev.apiauth.sidecar.pipeline.LearnGroups;
import dev.apiauth.sidecar.pipeline.Pipeline;
import dev.apiauth.sidecar.pipeline.ProvePrincipal;
import dev.apiauth.sidecar.pipeline.RouteCredential;
import dev.apiauth.sidecar.pipeline.TokenProof;
import dev.apiauth.sidecar.pipeline.TokensOnFile;
import dev.apiauth.sidecar.pipeline.Trail;
import dev.apiauth.sidecar.prove.Providers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the pipeline for somebody who wants to know, without a product and without a server: the
 * very steps that enforce, with the very verifiers. Its methods block; one at a time.
 */
public final class Explainer implements AutoCloseable {

  private static final EgressRules NOTHING_OPENED = new EgressRules(EgressAllowance.none());

  private final ExplainOptions options;
  private final InstantSource clock;
  private final Vertx vertx;
  private final Providers providers;

  private Explainer(ExplainOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    this.providers = new Providers(clients(), clock, Metrics.NONE);
  }

  /**
   * Opens one; to be closed.
   *
   * @param clock by which tokens and entries are judged
   */
  public static Explainer open(ExplainOptions options, InstantSource clock) {
    return new Explainer(options, clock);
  }

  /**
   * What would become of a request without a body.
   *
   * @param vault the tokens on file, which are taken to be their users'
   * @param word what the product is taken to say where it would be asked
   */
  public Explanation explain(
      RequestHead head, CompiledPolicy policy, VaultDocument vault, ProductsWord word) {
    var product = new ProductNotAsked(vault, word);
    var proof = proof(policy);
    var trail = new Trail(head, policy, proof);
    Outcome<Asserted> outcome = await(pipeline(product).decide(trail, BodySource.NONE));
    return new StepByStep(trail, outcome, remarks(product, proof)).explanation();
  }

  /**
   * Proves a token as the sidecar would, for the provider of that policy.
   *
   * @return its claims, or why it counts for nothing
   */
  public Outcome<TokenClaims> prove(
      CompiledPolicy policy, CompiledProvider provider, String token) {
    return await(providers.verifiers().of(policy).claims(provider, token));
  }

  private TakenAtItsWord proof(CompiledPolicy policy) {
    TokenProof real = providers.verifiers().of(policy);
    return new TakenAtItsWord(real, clock, options.asking());
  }

  private static List<String> remarks(ProductNotAsked product, TakenAtItsWord proof) {
    var remarks = new ArrayList<String>();
    if (proof.happened()) remarks.add("the signature was not checked");
    product.questions().forEach(each -> remarks.add("the product would be asked " + each));
    return remarks;
  }

  private Pipeline pipeline(ProductNotAsked product) {
    var bindings = new Bindings(product, clock);
    var onFile = new TokensOnFile(bindings, clock);
    return new Pipeline(
        new RouteCredential(clock),
        new ProvePrincipal(new ProbedSessions(product, clock), bindings, clock),
        new LearnGroups(onFile, product),
        new AssertIdentity(onFile));
  }

  /** Where nobody is asked, no name leads anywhere, and nothing is opened. */
  private EgressClients clients() {
    TrustAnchors trust = options.trust();
    return options.asking() == Asking.NOBODY
        ? new EgressClients(vertx, NOTHING_OPENED, Explainer::nowhere, trust)
        : new EgressClients(vertx, options.egress(), new SystemHostResolver(vertx), trust);
  }

  private static Future<List<InetAddress>> nowhere(String host) {
    return Future.failedFuture(new UnknownHostException("nobody is asked"));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(1, TimeUnit.MINUTES).join();
  }

  @Override
  public void close() {
    providers.close();
    await(vertx.close());
  }
}
