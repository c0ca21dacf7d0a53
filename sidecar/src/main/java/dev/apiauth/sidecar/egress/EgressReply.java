package dev.apiauth.sidecar.egress;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What a provider replied to a request. */
public sealed interface EgressReply {

  /**
   * With 200 and JSON, by its media type.
   *
   * @param body at most 256 KiB, not parsed
   * @param link the {@code Link} field (RFC 8288), if there is one
   */
  record Document(Buffer body, Optional<String> link) implements EgressReply {

    /** The length: a document may hold a secret. */
    @Override
    public String toString() {
      return "Document[" + body.length() + " bytes]";
    }
  }

  /**
   * With another status; what came with it was not read.
   *
   * @param code the HTTP status
   */
  record Status(int code) implements EgressReply {}

  /**
   * Not at all, or not so that it can be read.
   *
   * @param because a sentence for the resource's status and the log; carries nothing that the other
   *     side sent
   */
  record Failed(String because) implements EgressReply {}
}
