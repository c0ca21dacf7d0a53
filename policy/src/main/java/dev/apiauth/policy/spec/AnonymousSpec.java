package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;

/**
 * Requests with neither a credential nor a session.
 *
 * @param policy what they may reach
 */
public record AnonymousSpec(@Default("InterfaceOnly") AnonymousPolicy policy) {

  /** What holds where the section is left out. */
  public static final AnonymousSpec DEFAULT = new AnonymousSpec(AnonymousPolicy.InterfaceOnly);

  /** An absent field takes its default. */
  public AnonymousSpec {
    policy = Defaults.orElse(policy, AnonymousPolicy.InterfaceOnly);
  }
}
