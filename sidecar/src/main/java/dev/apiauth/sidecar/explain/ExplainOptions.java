package dev.apiauth.sidecar.explain;

import dev.apiauth.policy.egress.EgressRules;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who may be asked for an explanation.
 *
 * @param egress where provider URLs may lead
 * @param certificates a PEM bundle that is trusted beside the JVM's own
 * @param asking who is asked
 */
public record ExplainOptions(EgressRules egress, Optional<Path> certificates, Asking asking) {

  /** Who is asked. */
  public enum Asking {
    /** The policy's providers, as a sidecar would. */
    PROVIDERS,
    /** Nobody: signatures stay unchecked, tokens are taken at their word. */
    NOBODY
  }
}
