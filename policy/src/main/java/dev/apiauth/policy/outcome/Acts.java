package dev.apiauth.policy.outcome;

/** Who can do something about a refusal. */
public enum Acts {
  /** Whoever made the call: another token, another spelling of the request. */
  CALLER,
  /** Whoever administers the product or the resource: a group, a mapping, a vault entry. */
  ADMINISTRATOR,
  /** Whoever runs the platform: a provider, the network, the product itself is not answering. */
  PLATFORM
}
