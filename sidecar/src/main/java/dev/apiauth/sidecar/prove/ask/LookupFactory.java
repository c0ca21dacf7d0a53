package dev.apiauth.sidecar.prove.ask;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.decide.CompiledLookup;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.CallDocument.ClientPlace;
import dev.apiauth.policy.document.CallDocument.TokenPlacement;
import dev.apiauth.policy.spec.TokenPlace;
import dev.apiauth.sidecar.egress.ProviderCalls;
import java.util.List;
import java.util.Optional;

/**
 * Makes the look-ups of a provider.
 *
 * @param calls asks
 * @param client this service as the provider knows it
 * @param ticker measures how long own tokens are kept
 */
record LookupFactory(ProviderCalls calls, Optional<ClientProof> client, Ticker ticker) {

  Lookups of(CompiledProvider provider) {
    var own = new OwnTokens(calls, ticker);
    List<Lookup> lookups = provider.lookups().stream().map(lookup -> lookup(lookup, own)).toList();
    return new Lookups(lookups, provider.lookupRules());
  }

  private Lookup lookup(CompiledLookup lookup, OwnTokens own) {
    var credential = new LookupCredential(lookup.how().credential(), client, own);
    return new AskedLookup(
        lookup,
        showingToken(lookup.how().call()),
        credential,
        new CallWriter(client),
        new LookupCalls(lookup, credential, calls));
  }

  /** A call that says nothing about it shows its token as every API takes it. */
  private static CallDocument showingToken(CallDocument call) {
    if (call.token() != null || call.client() != ClientPlace.None) return call;
    return new CallDocument(
        call.url(),
        call.method(),
        new TokenPlacement(TokenPlace.Bearer, null),
        call.client(),
        call.headers(),
        call.parameters());
  }
}
