package dev.apiauth.policy.decide;

/**
 * A request that can be forwarded: allowed, and with what makes the product act as its caller.
 *
 * @param permitted the request
 * @param identity what the product gets
 */
public record Asserted(Permitted permitted, UpstreamIdentity identity) {

  public Target target() {
    return permitted.target();
  }
}
