package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.decide.Asserted;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Permitted;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** Finds what makes the product act as the caller. */
public final class AssertIdentity {

  private final TokensOnFile tokens;

  /** Asserts with tokens on file. */
  public AssertIdentity(TokensOnFile tokens) {
    this.tokens = tokens;
  }

  /**
   * Completes with the request and what the product gets; a token on file only once the product has
   * named its user.
   */
  public Future<Outcome<Asserted>> identity(Permitted permitted, CompiledPolicy policy) {
    return of(permitted, policy)
        .map(outcome -> outcome.map(identity -> new Asserted(permitted, identity)));
  }

  private Future<Outcome<UpstreamIdentity>> of(Permitted permitted, CompiledPolicy policy) {
    return switch (permitted.principal()) {
      case Principal.User user -> onFile(user.username(), permitted.target(), policy);
      case Principal.Application application ->
          onFile(application.username(), permitted.target(), policy);
      case Principal.TokenBearer bearer ->
          onFile(bearer.token().username(), permitted.target(), policy);
      case Principal.ProductUser(ProductCredential credential, Optional<String> username) ->
          Future.succeededFuture(own(credential, username, permitted.target(), policy));
      case Principal.Browser browser -> known(new UpstreamIdentity.Cookies());
      case Principal.LoggingIn loggingIn -> known(new UpstreamIdentity.Login());
      case Principal.Anonymous anonymous -> known(new UpstreamIdentity.Nobody());
      case Principal.HealthProbe probe -> known(new UpstreamIdentity.Nobody());
    };
  }

  private Future<Outcome<UpstreamIdentity>> onFile(
      String username, Target target, CompiledPolicy policy) {
    if (!policy.product().acceptsTokens(target.below())) {
      return Future.succeededFuture(Outcome.refuse(Reason.ADAPTER_CANNOT_REACH));
    }
    return tokens.of(username, policy).map(bound -> bound.map(token -> token));
  }

  private static Outcome<UpstreamIdentity> own(
      ProductCredential credential,
      Optional<String> username,
      Target target,
      CompiledPolicy policy) {
    return switch (credential) {
      case ProductCredential.PersonalAccessToken(String token) when username.isPresent() ->
          policy.product().acceptsTokens(target.below())
              ? Outcome.pass(new UpstreamIdentity.BoundToken(token, username.get()))
              : Outcome.refuse(Reason.ADAPTER_CANNOT_REACH);
      case ProductCredential.OAuth2Token(String token) when username.isPresent() ->
          Outcome.pass(new UpstreamIdentity.BoundToken(token, username.get()));
      case ProductCredential.Password password ->
          Outcome.pass(new UpstreamIdentity.OwnPassword(password.username()));
      default -> Outcome.pass(new UpstreamIdentity.OwnCredential());
    };
  }

  private static Future<Outcome<UpstreamIdentity>> known(UpstreamIdentity identity) {
    return Future.succeededFuture(Outcome.pass(identity));
  }
}
