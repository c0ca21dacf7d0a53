package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Refusal;
import java.io.IOException;

/**
 * Tells a request's {@code exceptionHandler} that its message was refused after it had begun, and
 * that the client was answered: what was begun for it is to be given up.
 */
public final class RefusedMessageException extends IOException {

  private static final long serialVersionUID = 1;

  RefusedMessageException(Refusal refusal) {
    super(refusal.reason().code() + ": " + refusal.sentence());
  }
}
