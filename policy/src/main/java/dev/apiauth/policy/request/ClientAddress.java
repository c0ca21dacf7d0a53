package dev.apiauth.policy.request;

/** The address that called, as far as it can be told. */
public sealed interface ClientAddress {

  /** It called from there. */
  record Known(IpAddress address) implements ClientAddress {}

  /**
   * Nobody trusted says where the call came from. In no allowed range; where a CIDR rule applies,
   * refuse with {@link dev.apiauth.policy.outcome.Reason#CLIENT_ADDRESS_UNKNOWN}.
   *
   * @param why for the audit line, without a full stop
   */
  record Unknown(String why) implements ClientAddress {}
}
