package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.idp.KeycloakIssuer;

/** What runs in a playground: the identity provider, and the products behind sidecars. */
public interface Stage {

  /** A product, and the door to it. */
  Stand of(Example example);

  /** The company's people and applications. */
  KeycloakIssuer company();

  /** Another company's, whom nobody here trusts. */
  KeycloakIssuer strangers();
}
