package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;

/**
 * Reads the body of a request where it is a form, because the product would look for a password in
 * it.
 */
@FunctionalInterface
public interface FormSource {

  /**
   * The parameters of the form.
   *
   * @return completes when the form was read; with {@link Parameters#NONE} at once where the body
   *     is no form. Refuses with {@link Reason#FORM_TOO_LARGE}
   */
  Future<Outcome<Parameters>> parameters(Target target);

  /** For requests without a body. */
  FormSource NONE = target -> Future.succeededFuture(Outcome.pass(Parameters.NONE));
}
