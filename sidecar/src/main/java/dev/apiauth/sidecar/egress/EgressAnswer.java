package dev.apiauth.sidecar.egress;

import io.vertx.core.buffer.Buffer;

/** What became of a fetch. */
public sealed interface EgressAnswer {

  /**
   * The document, answered with 200 and as JSON by its media type.
   *
   * @param body at most 256 KiB, not parsed
   */
  record Document(Buffer body) implements EgressAnswer {}

  /**
   * There is no document.
   *
   * @param because a sentence for the resource's status and the log; carries nothing that the other
   *     side sent
   */
  record Failed(String because) implements EgressAnswer {}
}
