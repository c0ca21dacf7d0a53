package dev.apiauth.sidecar.egress;

import io.vertx.core.Future;

/** Fetches a JSON document by GET, without any credential. */
@FunctionalInterface
public interface Egress {

  /**
   * Fetches {@code url}.
   *
   * @param url judged anew on every call, its host resolved anew
   * @return completes within five seconds and never fails: whatever goes wrong is an {@link
   *     EgressAnswer.Failed}
   */
  Future<EgressAnswer> get(String url);
}
