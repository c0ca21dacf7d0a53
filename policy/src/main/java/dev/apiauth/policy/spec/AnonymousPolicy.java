package dev.apiauth.policy.spec;

/** What a request without credential and without session may reach. */
public enum AnonymousPolicy {
  /** Pages, the login, static files and the product profile's public endpoints. */
  InterfaceOnly,
  /** Everything that the product itself shows to anonymous callers. */
  Allow,
  /** Nothing but health checks and the login. */
  Deny
}
