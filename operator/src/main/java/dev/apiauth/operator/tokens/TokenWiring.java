package dev.apiauth.operator.tokens;

import dev.apiauth.operator.gather.TokenReader;
import dev.apiauth.operator.reconcile.EventWriter;
import dev.apiauth.operator.resolve.SpecReader;
import dev.apiauth.policy.resolve.SecretLookup;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What the reconciliation of tokens is made of.
 *
 * @param client writes
 * @param tokens reads the specs of tokens
 * @param policies reads the specs of policies
 * @param secrets the Secrets of a namespace
 * @param random makes values
 * @param identity what this replica calls itself
 * @param clock what time it is
 */
public record TokenWiring(
    KubernetesClient client,
    TokenReader tokens,
    SpecReader policies,
    Function<String, SecretLookup> secrets,
    SecureRandom random,
    String identity,
    InstantSource clock) {

  TokenReconciliation reconciliation(TokenCaches caches) {
    return new TokenReconciliation(
        new TokenGatherer(caches, tokens, policies, secrets, clock),
        tokens,
        new ValueIssuer(client, random),
        client,
        new EventWriter(client, identity, clock));
  }
}
