package dev.apiauth.policy.spec;

/** How a provider is asked. */
public enum CallMethod {
  GET,
  POST
}
