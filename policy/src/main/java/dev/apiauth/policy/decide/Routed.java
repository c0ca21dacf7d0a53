package dev.apiauth.policy.decide;

import dev.apiauth.policy.credential.Route;

/**
 * A request whose one verifier is fixed.
 *
 * @param located the request and where it comes from
 * @param route where its credential is verified
 */
public record Routed(Located located, Route route) {

  public Target target() {
    return located.presented().target();
  }
}
