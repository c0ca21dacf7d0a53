package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * This service as the provider knows it: what it needs to ask about tokens, groups or users.
 *
 * @param id the client id (GitHub, Facebook: of the app; Entra ID: of the application that may read
 *     groups)
 * @param authentication how it proves itself
 * @param secretRef the client secret, or the private key, that goes with it
 */
public record ClientSpec(
    @Required @Size(min = 1, max = 253) String id,
    @Default("ClientSecretBasic") ClientAuthentication authentication,
    @Required SecretKeyRef secretRef) {

  /** An absent field takes its default. */
  public ClientSpec {
    authentication = Defaults.orElse(authentication, ClientAuthentication.ClientSecretBasic);
  }
}
