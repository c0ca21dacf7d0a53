package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.decide.Asserted;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Grouped;
import dev.apiauth.policy.decide.Located;
import dev.apiauth.policy.decide.Permitted;
import dev.apiauth.policy.decide.Presented;
import dev.apiauth.policy.decide.Proven;
import dev.apiauth.policy.decide.Routed;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.RequestHead;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order of enforcement. Each line says why it stands where it stands; nothing else knows the
 * order.
 *
 * <p>Nothing before the form waits. What leaves here is {@link Asserted}, ready to be forwarded, or
 * a refusal; whatever goes wrong in between ends in {@link #deny}, the only recovery there is.
 */
public final class Pipeline {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private final AdmitRequest admit = new AdmitRequest();
  private final CanonicalizeTarget canonicalize = new CanonicalizeTarget();
  private final CollectCredential collect = new CollectCredential();
  private final LocateClient locate = new LocateClient();
  private final RouteCredential route;
  private final ProvePrincipal prove;
  private final LearnGroups learn;
  private final PermitRequest permit = new PermitRequest();
  private final AssertIdentity assertion;

  /**
   * Decides with those.
   *
   * @param route fixes the one verifier of a credential
   * @param prove finds out who is calling
   * @param learn finds out which groups count
   * @param assertion finds what makes the product act as the caller
   */
  public Pipeline(
      RouteCredential route, ProvePrincipal prove, LearnGroups learn, AssertIdentity assertion) {
    this.route = route;
    this.prove = prove;
    this.learn = learn;
    this.assertion = assertion;
  }

  /**
   * Decides a request.
   *
   * @param trail where it is written down how far the request came
   * @param body reads the request's body, where something must be known of it
   * @return completes with the decision, never with a failure
   */
  public Future<Outcome<Asserted>> decide(Trail trail, BodySource body) {
    try {
      return steps(trail, body).recover(Pipeline::deny);
    } catch (RuntimeException defect) {
      return deny(defect);
    }
  }

  /** The first step alone: what binds a message even where nothing is enforced. */
  public Outcome<RequestHead> admit(Trail trail) {
    return admit.check(trail.head()).map(trail::admitted);
  }

  private Future<Outcome<Asserted>> steps(Trail trail, BodySource body) {
    CompiledPolicy policy = trail.policy();

    // A message with two meanings has none.
    Outcome<RequestHead> admitted = admit(trail);

    // One path, Tomcat's: every rule below reads this one.
    Outcome<Target> target =
        admitted.then(head -> canonicalize.target(head, policy)).map(trail::reached);

    // A batch of large files says in its body whether it reads or writes.
    Future<Outcome<Target>> told =
        Steps.await(target, known -> body.operation(known).map(read -> read.map(trail::reached)));

    // With two credentials the product might choose the other. Forms are read, too.
    Future<Outcome<Presented>> presented =
        Steps.await(told, known -> credential(known, trail, body));

    // Cheap, and keeps strangers away from cryptography.
    Future<Outcome<Located>> located =
        Steps.then(presented, known -> locate.client(known, policy).map(trail::reached));

    // One verifier, fixed before anybody is asked.
    Future<Outcome<Routed>> routed =
        Steps.then(located, known -> route.route(known, policy).map(trail::reached));

    // The first step that asks somebody else.
    Future<Outcome<Proven>> proven =
        Steps.await(routed, known -> prove.principal(known, policy, trail.tokens()));

    // The product's own groups, where they count: it can be asked only once it is known for whom.
    Future<Outcome<Grouped>> grouped =
        Steps.await(proven, known -> learn.groups(trail.reached(known), policy));

    // Who may do what, once it is known who.
    Future<Outcome<Permitted>> permitted =
        Steps.then(grouped, known -> permit.permit(known, policy).map(trail::reached));

    // Last, and only for what will be forwarded: the product is asked whose the token on file is.
    return Steps.await(permitted, known -> assertion.identity(known, policy));
  }

  private Future<Outcome<Presented>> credential(Target target, Trail trail, BodySource body) {
    return body.parameters(target)
        .map(
            read ->
                read.then(parameters -> collect.credential(target, parameters, trail.policy()))
                    .map(trail::reached));
  }

  private static Future<Outcome<Asserted>> deny(Throwable defect) {
    LOG.error("a request could not be decided and was refused", defect);
    return Future.succeededFuture(Outcome.refuse(Reason.INTERNAL));
  }
}
