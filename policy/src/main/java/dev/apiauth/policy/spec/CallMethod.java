package dev.apiauth.policy.spec;

/** How a provider is asked. */
public enum CallMethod {
  /** With parameters in the URL. */
  GET,
  /** With a form or a JSON object. */
  POST
}
