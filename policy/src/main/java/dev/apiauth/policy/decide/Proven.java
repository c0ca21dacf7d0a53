package dev.apiauth.policy.decide;

/**
 * A request whose caller is known.
 *
 * @param routed the request
 * @param principal who is calling
 */
public record Proven(Routed routed, Principal principal) {

  public Target target() {
    return routed.target();
  }
}
