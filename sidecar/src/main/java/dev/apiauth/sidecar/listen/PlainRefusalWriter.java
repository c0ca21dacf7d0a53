package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** {@code {"code": ..., "message": ..., "requestId": ...}}, whatever the product. */
public final class PlainRefusalWriter implements RefusalWriter {

  @Override
  public Buffer body(Refusal refusal, String requestId) {
    return new JsonObject()
        .put("code", refusal.reason().code())
        .put("message", refusal.sentence())
        .put("requestId", requestId)
        .toBuffer();
  }
}
