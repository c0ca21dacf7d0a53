package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.ClientAddress;

/**
 * A request whose client's address is known, as far as anything depends on it.
 *
 * @param presented the request and its credential
 * @param client where it comes from
 */
public record Located(Presented presented, ClientAddress client) {}
