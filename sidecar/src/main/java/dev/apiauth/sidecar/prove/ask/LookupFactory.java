package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.sidecar.egress.ProviderCalls;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes the look-ups of a provider.
 *
 * @param calls asks
 * @param client this service as the provider knows it
 * @param clock dates assertions and the end of own tokens
 */
record LookupFactory(ProviderCalls calls, Optional<ClientProof> client, InstantSource clock) {

  Lookups of(CompiledProvider provider) {
    return new Lookups(List.of(), provider.lookupRules());
  }
}
