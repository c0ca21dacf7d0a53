package dev.apiauth.testkit.idp.standin;

/**
 * What may be wrong with a token that somebody presents, or right.
 *
 * <p>Every kind but {@link #VALID} and {@link #GROUP_OVERAGE} must be refused. A provider has
 * {@link #OTHER_AUDIENCE} where its tokens name the service that they are for, and {@link
 * #OTHER_APPLICATION} where the application that asked for a token is the only proof.
 */
public enum TokenKind {
  /** A person's access token, for the audience and by the application that are configured. */
  VALID,
  /** Was right and ended a minute ago. */
  EXPIRED,
  /** Was right and was taken back by its owner. */
  REVOKED,
  /**
   * Looks like one of the provider's and was never issued: a wrong signature, an unknown string.
   */
  FORGED,
  /** Issued by the provider for another service. */
  OTHER_AUDIENCE,
  /** Issued by the provider to another application, for a person that is known here too. */
  OTHER_APPLICATION,
  /** Issued by the provider in another tenant, realm, workspace, pool or server of its own. */
  OTHER_TENANT,
  /** An application's own, without a person. */
  APP_ONLY,
  /** A person's, without the claim or the scope that would tell the user name. */
  NO_USER,
  /** An ID token of the person, which tells the client who logged in and opens no API. */
  ID_TOKEN,
  /** A person's with more groups than the provider writes into a token. */
  GROUP_OVERAGE
}
