package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.Verification;
import dev.apiauth.policy.token.TokenRules;
import dev.apiauth.sidecar.prove.ask.AskRing;
import dev.apiauth.sidecar.prove.keys.KeyRing;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the verifiers of policies, one policy after the other. Keys outlive the policy that asked
 * for them first: an edit that leaves a provider as it is fetches nothing.
 */
public final class VerifierFactory {

  private final KeyRing keys;
  private final AskRing asks;
  private final ProvenTokens proven;
  private final WorkerExecutor workers;
  private final InstantSource clock;

  /**
   * Makes verifiers with those.
   *
   * @param keys holds the providers' keys
   * @param asks holds the providers that are asked
   * @param proven remembers tokens that were proven, for all verifiers
   * @param workers where signatures are checked
   */
  public VerifierFactory(
      KeyRing keys,
      AskRing asks,
      ProvenTokens proven,
      WorkerExecutor workers,
      InstantSource clock) {
    this.keys = keys;
    this.asks = asks;
    this.proven = proven;
    this.workers = workers;
    this.clock = clock;
  }

  /** The verifiers of that policy; what only earlier policies needed is let go of. */
  public ProviderVerifiers of(CompiledPolicy policy) {
    Map<String, JwtVerifier> signatures = signatures(policy);
    var verifiers = new HashMap<String, ProviderVerifier>();
    signatures.forEach((name, verifier) -> verifiers.put(name, new SignedTokens(verifier)));
    verifiers.putAll(asks.hold(policy.providers().values(), signatures));
    return new ProviderVerifiers(verifiers, clock);
  }

  private Map<String, JwtVerifier> signatures(CompiledPolicy policy) {
    List<CompiledProvider> providers =
        policy.providers().values().stream().filter(VerifierFactory::isProvenBySignature).toList();
    return keys.hold(providers).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                held -> held.getKey().name(),
                held -> new JwtVerifier(rules(held.getKey()), held.getValue(), proven, workers)));
  }

  private static boolean isProvenBySignature(CompiledProvider provider) {
    return provider.verification() instanceof Verification.BySignature;
  }

  private static TokenRules rules(CompiledProvider provider) {
    return ((Verification.BySignature) provider.verification()).rules();
  }
}
