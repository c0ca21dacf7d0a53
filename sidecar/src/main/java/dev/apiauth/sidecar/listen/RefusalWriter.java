package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.buffer.Buffer;

/**
 * Puts a refusal into the words of the answer's body, where a message was refused before there was
 * a request to speak of: status and header fields are the listener's.
 */
@FunctionalInterface
public interface RefusalWriter {

  /**
   * The body for {@code refusal}: JSON in UTF-8 that names its code, its sentence and the request's
   * id. Called on an event loop; must not block and must not fail.
   */
  Buffer body(Refusal refusal, String requestId);
}
