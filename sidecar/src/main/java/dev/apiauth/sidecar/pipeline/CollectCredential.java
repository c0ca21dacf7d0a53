package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.Credential;
import dev.apiauth.policy.credential.CredentialCollector;
import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Presented;
import dev.apiauth.policy.decide.SessionCookies;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.PathClass;

/** Takes the one credential out of a request, wherever it stands. */
public final class CollectCredential {

  private final CredentialCollector collector = new CredentialCollector();

  /**
   * The request with its credential and its session cookies.
   *
   * <p>A health check has neither, whatever it carries. A request with a credential needs a path
   * without oddities (N2).
   *
   * @param form the parameters of the body, where it is a form that was read
   * @return refuses with {@link Reason#TWO_CREDENTIALS} and the other reasons of {@link
   *     CredentialCollector#collect}
   */
  public Outcome<Presented> credential(Target target, Parameters form, CompiledPolicy policy) {
    if (target.pathClass() == PathClass.HEALTH) {
      return Outcome.pass(new Presented(target, Credential.NONE, SessionCookies.NONE));
    }
    HeaderFields headers = target.head().headers();
    Parameters query = target.rawQuery().map(Parameters::parse).orElse(Parameters.NONE);
    return collector
        .collect(headers, policy.apiTokens().header(), query, form)
        .map(
            credential ->
                new Presented(
                    target,
                    credential,
                    SessionCookies.among(headers, policy.product().sessionCookies())));
  }
}
