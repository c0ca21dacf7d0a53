package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;

/**
 * How the sidecar stands between the product and its callers. A sidecar that runs alone, outside
 * Kubernetes, does not read it.
 *
 * @param type how requests come to the sidecar
 * @param directAccess what becomes of the product's own port, where callers would get past the
 *     sidecar
 */
public record InterceptionSpec(
    @Default("PortTakeover") InterceptionType type,
    @Default("Refuse") DirectAccessPolicy directAccess) {

  /** What holds where the section is left out. */
  public static final InterceptionSpec DEFAULT =
      new InterceptionSpec(InterceptionType.PortTakeover, DirectAccessPolicy.Refuse);

  /** Absent fields take their defaults, which are the safe choice. */
  public InterceptionSpec {
    type = Defaults.orElse(type, InterceptionType.PortTakeover);
    directAccess = Defaults.orElse(directAccess, DirectAccessPolicy.Refuse);
  }
}
