package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import java.util.Optional;

/** An endpoint whose URL stands in the policy. */
record KnownEndpoint(String known, ProviderCalls calls) implements Endpoint {

  @Override
  public Future<Asked<String>> url() {
    return Future.succeededFuture(Asked.told(known));
  }

  @Override
  public Future<Optional<String>> probe() {
    return calls.reach(known);
  }
}
