package dev.apiauth.operator.tokens;

import dev.apiauth.operator.gather.TokenReader;
import dev.apiauth.operator.reconcile.EventWriter;
import dev.apiauth.operator.resolve.SpecReader;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What the reconciliation of tokens is made of.
 *
 * @param client writes
 * @param tokens reads the specs of tokens
 * @param policies reads the specs of policies
 * @param random makes values
 * @param identity what this replica calls itself
 * @param clock what time it is
 */
public record TokenWiring(
    KubernetesClient client,
    TokenReader tokens,
    SpecReader policies,
    SecureRandom random,
    String identity,
    InstantSource clock) {

  TokenReconciliation reconciliation(TokenCaches caches) {
    return new TokenReconciliation(
        new TokenGatherer(caches, tokens, policies, clock),
        tokens,
        new ValueIssuer(client, random),
        client,
        new EventWriter(client, identity, clock));
  }
}
