package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.credential.Route;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Proven;
import dev.apiauth.policy.decide.Routed;
import dev.apiauth.policy.decide.SessionCookies;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.sidecar.identity.Bindings;
import dev.apiauth.sidecar.identity.SessionProof;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out who is calling. The first step that may wait. */
public final class ProvePrincipal {

  private final SessionProof sessions;
  private final Bindings bindings;
  private final InstantSource clock;

  /**
   * Proves with those.
   *
   * @param sessions asks the product about session cookies
   * @param bindings asks the product about its own tokens
   * @param clock tells which API tokens are valid
   */
  public ProvePrincipal(SessionProof sessions, Bindings bindings, InstantSource clock) {
    this.sessions = sessions;
    this.bindings = bindings;
    this.clock = clock;
  }

  /**
   * Completes with the request and its caller, or with the reason why there is no telling.
   *
   * @param tokens verifies tokens of the policy's providers
   */
  public Future<Outcome<Proven>> principal(
      Routed routed, CompiledPolicy policy, TokenProof tokens) {
    return who(routed, policy, tokens)
        .map(outcome -> outcome.map(principal -> new Proven(routed, principal)));
  }

  private Future<Outcome<Principal>> who(Routed routed, CompiledPolicy policy, TokenProof tokens) {
    return switch (routed.route()) {
      case Route.Nowhere nowhere -> withoutCredential(routed, policy);
      case Route.ToLogin login -> known(new Principal.LoggingIn());
      case Route.ToSessionLogin login -> known(new Principal.LoggingIn());
      case Route.ToProvider(String provider, String token) ->
          byProvider(provider, token, policy, tokens);
      case Route.ToApiTokens(String token) -> Future.succeededFuture(byApiToken(token, policy));
      case Route.ToProduct(ProductCredential credential) -> byProduct(credential, policy);
    };
  }

  private Future<Outcome<Principal>> byProvider(
      String name, String token, CompiledPolicy policy, TokenProof tokens) {
    CompiledProvider provider = policy.providers().get(name);
    if (provider == null) return refused(Reason.ISSUER_UNKNOWN);
    return tokens.claims(provider, token).map(claims -> claims.then(provider::principal));
  }

  private Outcome<Principal> byApiToken(String text, CompiledPolicy policy) {
    return policy
        .apiTokens()
        .tokens()
        .prove(text, clock.instant())
        .then(
            token ->
                policy
                    .usernames()
                    .admit(token.username())
                    .map(name -> new Principal.TokenBearer(token)));
  }

  private Future<Outcome<Principal>> byProduct(
      ProductCredential credential, CompiledPolicy policy) {
    return switch (credential) {
      case ProductCredential.PersonalAccessToken(String token) ->
          byItsToken(credential, token, policy);
      case ProductCredential.OAuth2Token(String token) -> byItsToken(credential, token, policy);
      case ProductCredential.TransferToken token -> unproven(credential, Optional.empty(), policy);
      case ProductCredential.Password(String username, Optional<String> exception) ->
          unproven(credential, Optional.of(username), policy);
      case ProductCredential.ApplicationLink(String consumer, Optional<String> requestor) ->
          unproven(credential, requestor, policy);
    };
  }

  private Future<Outcome<Principal>> byItsToken(
      ProductCredential credential, String token, CompiledPolicy policy) {
    return bindings
        .ownerOf(token, policy)
        .map(
            owner ->
                owner
                    .then(policy.usernames()::admit)
                    .map(name -> new Principal.ProductUser(credential, Optional.of(name))));
  }

  /** The product verifies it; names that nobody may act as are refused all the same. */
  private static Future<Outcome<Principal>> unproven(
      ProductCredential credential, Optional<String> username, CompiledPolicy policy) {
    Outcome<Optional<String>> admitted =
        username.isEmpty()
            ? Outcome.pass(username)
            : policy.usernames().admit(username.get()).map(Optional::of);
    return Future.succeededFuture(
        admitted.map(name -> new Principal.ProductUser(credential, name)));
  }

  private Future<Outcome<Principal>> withoutCredential(Routed routed, CompiledPolicy policy) {
    Target target = routed.target();
    SessionCookies cookies = routed.located().presented().cookies();
    if (target.pathClass() == PathClass.HEALTH) return known(new Principal.HealthProbe());
    boolean session = policy.callers().countsSession(cookies);
    if (policy.callers().opensToAnybody(target)) {
      return known(session ? new Principal.Browser(Optional.empty()) : new Principal.Anonymous());
    }
    if (!session) return refused(Reason.CREDENTIAL_MISSING);
    return sessions
        .userOf(cookies, policy)
        .map(user -> user.map(name -> new Principal.Browser(Optional.of(name))));
  }

  private static Future<Outcome<Principal>> known(Principal principal) {
    return Future.succeededFuture(Outcome.pass(principal));
  }

  private static Future<Outcome<Principal>> refused(Reason reason) {
    return Future.succeededFuture(Outcome.refuse(reason));
  }
}
