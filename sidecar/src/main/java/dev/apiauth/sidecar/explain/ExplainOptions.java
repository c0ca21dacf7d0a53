package dev.apiauth.sidecar.explain;

import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.sidecar.egress.TrustAnchors;

/**
 * Who may be asked for an explanation.
 *
 * @param egress where provider URLs may lead
 * @param trust whose certificates are believed
 * @param asking who is asked
 */
public record ExplainOptions(EgressRules egress, TrustAnchors trust, Asking asking) {

  /** Who is asked. */
  public enum Asking {
    /** The policy's providers, as a sidecar would. */
    PROVIDERS,
    /** Nobody: signatures stay unchecked, tokens are taken at their word. */
    NOBODY
  }
}
