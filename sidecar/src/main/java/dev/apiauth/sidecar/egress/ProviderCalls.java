package dev.apiauth.sidecar.egress;

import io.vertx.core.Future;
import java.util.Optional;

/** Asks providers, with the credentials that stand in the request and no others. */
public interface ProviderCalls {

  /**
   * Sends {@code request} once. It is not repeated and not redirected.
   *
   * @return completes within the request's patience and never fails: whatever goes wrong is an
   *     {@link EgressReply.Failed}
   */
  Future<EgressReply> call(EgressRequest request);

  /**
   * Connects to the host of {@code url}, with TLS where the URL says so, and hangs up. Nothing is
   * asked.
   *
   * @return completes within five seconds and never fails: why it cannot be connected to, a
   *     sentence as in {@link EgressReply.Failed}; empty if it can
   */
  Future<Optional<String>> reach(String url);
}
