package dev.apiauth.policy.decide;

/**
 * A request that the policy allows.
 *
 * @param proven the request and its caller
 */
public record Permitted(Proven proven) {

  public Target target() {
    return proven.target();
  }

  public Principal principal() {
    return proven.principal();
  }
}
