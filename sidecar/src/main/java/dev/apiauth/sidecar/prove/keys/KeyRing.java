package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.Verification;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of the providers of the policy in force. Called by the reloader, one policy after the
 * other.
 */
public final class KeyRing implements AutoCloseable {

  /** What makes keys the same ones: a change of any of it means other keys. */
  private record Slot(String name, KeyLocation location, KeyFreshness freshness) {}

  private final ProviderKeysFactory factory;
  private Map<Slot, ProviderKeys> held = Map.of();

  /** Holds nothing yet. */
  public KeyRing(ProviderKeysFactory factory) {
    this.factory = factory;
  }

  /**
   * The keys of those providers by the providers' names; those of all other providers are closed.
   */
  public synchronized Map<CompiledProvider, ProviderKeys> hold(List<CompiledProvider> providers) {
    var wanted = new LinkedHashMap<Slot, ProviderKeys>();
    var byProvider = new IdentityHashMap<CompiledProvider, ProviderKeys>();
    for (CompiledProvider provider : providers) {
      Slot slot = slot(provider);
      ProviderKeys known = held.get(slot);
      ProviderKeys keys =
          known == null ? factory.open(slot.name(), slot.location(), slot.freshness()) : known;
      wanted.put(slot, keys);
      byProvider.put(provider, keys);
    }
    held.forEach(
        (slot, keys) -> {
          if (!wanted.containsKey(slot)) keys.close();
        });
    held = Map.copyOf(wanted);
    return byProvider;
  }

  /** How the providers are, sorted by name. */
  public synchronized List<ProviderState> states() {
    return held.values().stream()
        .map(ProviderKeys::state)
        .sorted(Comparator.comparing(ProviderState::name))
        .toList();
  }

  @Override
  public synchronized void close() {
    held.values().forEach(ProviderKeys::close);
    held = Map.of();
  }

  private static Slot slot(CompiledProvider provider) {
    LimitsDocument limits = provider.limits();
    return new Slot(
        provider.name(),
        location(provider),
        new KeyFreshness(
            Duration.ofSeconds(limits.refreshSeconds()),
            Duration.ofSeconds(limits.maxStalenessSeconds())));
  }

  private static KeyLocation location(CompiledProvider provider) {
    if (!(provider.verification() instanceof Verification.BySignature signed)) {
      throw new IllegalArgumentException("provider %s has no keys".formatted(provider.name()));
    }
    KeysDocument keys = signed.keys();
    if (keys.jwks() != null) return new KeyLocation.Inline(keys.jwks());
    if (keys.jwksURL() != null) return new KeyLocation.JwksUrl(keys.jwksURL());
    if (keys.discoveryURL() != null) {
      return new KeyLocation.Discovery(signed.rules().issuers(), keys.discoveryURL());
    }
    throw new IllegalArgumentException("provider %s has no keys".formatted(provider.name()));
  }
}
