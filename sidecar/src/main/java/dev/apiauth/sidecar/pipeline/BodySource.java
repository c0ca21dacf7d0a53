package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;

/**
 * Reads the body of a request where something must be known of it before anything is decided. All
 * other bodies stay unread.
 */
public interface BodySource {

  /**
   * The parameters of a form, because the product would look for a password among them.
   *
   * @return completes when the form was read; with {@link Parameters#NONE} at once where the body
   *     is no form. Refuses with {@link Reason#FORM_TOO_LARGE}
   */
  Future<Outcome<Parameters>> parameters(Target target);

  /**
   * The request with what it does, where the body tells: a Git LFS batch.
   *
   * @return completes when the body was read. Refuses with {@link Reason#BATCH_TOO_LARGE}
   */
  Future<Outcome<Target>> operation(Target target);

  /** For requests without a body: a batch without one counts as a write. */
  BodySource NONE =
      new BodySource() {
        @Override
        public Future<Outcome<Parameters>> parameters(Target target) {
          return Future.succeededFuture(Outcome.pass(Parameters.NONE));
        }

        @Override
        public Future<Outcome<Target>> operation(Target target) {
          return Future.succeededFuture(Outcome.pass(target));
        }
      };
}
