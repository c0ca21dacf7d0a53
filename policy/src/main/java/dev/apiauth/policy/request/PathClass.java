package dev.apiauth.policy.request;

/**
 * What kind of thing a path is, in the product's eyes; the product profile says which path is
 * which.
 */
public enum PathClass {
  /** Tells orchestrators that the product lives; always answers, never with a credential. */
  HEALTH,
  /** Style sheets, scripts, images: the same for everybody. */
  STATIC,
  /**
   * The login page and what it posts to: a password becomes a session in front of a person's eyes.
   */
  LOGIN,
  /** Where a script trades a password for a session. */
  SESSION_LOGIN,
  /** A page of the interface. */
  PAGE,
  /** REST resources. */
  REST_API,
  /** Data by plain GET: attachments, exports, feeds. Accepts whatever the REST API accepts. */
  DOWNLOAD,
  /** Servlets of apps: interface and API mixed. */
  SERVLET,
  /** Git and LFS over HTTP. */
  GIT,
  /** XML-RPC, SOAP and JSON-RPC of old: passwords inside bodies. */
  LEGACY_RPC
}
