package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.decide.CompiledLookup;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.RegisteredClient;
import dev.apiauth.policy.decide.Verification;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.token.LookupRules;
import dev.apiauth.sidecar.prove.JwtVerifier;
import dev.apiauth.sidecar.prove.ProviderVerifier;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The providers of the policy in force that are asked. What is remembered of one outlives the
 * policy that named it first, as long as a later one describes it in the same words. Called by the
 * reloader, one policy after the other.
 */
public final class AskRing implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Longer than any question takes: what is on its way when a policy goes is still answered. */
  private static final Duration LEAVE = Duration.ofSeconds(15);

  /** What makes two providers the same: a change of any of it makes answers worthless (I5). */
  private record Slot(
      String name,
      Verification verification,
      List<CompiledLookup> lookups,
      LookupRules rules,
      Optional<RegisteredClient> client,
      LimitsDocument limits) {

    static Slot of(CompiledProvider provider) {
      return new Slot(
          provider.name(),
          provider.verification(),
          provider.lookups(),
          provider.lookupRules(),
          provider.client(),
          provider.limits());
    }
  }

  private final AskedProviderFactory factory;
  private final Vertx vertx;
  private final long timer;
  private volatile Map<Slot, AskedProvider> held = Map.of();

  /** Holds nothing yet. */
  public AskRing(Vertx vertx, AskedProviderFactory factory) {
    this.factory = factory;
    this.vertx = vertx;
    this.timer =
        vertx.setPeriodic(LOOK.toMillis(), tick -> held.values().forEach(AskedProvider::look));
  }

  /** Whether a provider has to be asked for some of its tokens. */
  public static boolean isAsked(CompiledProvider provider) {
    return !provider.lookups().isEmpty()
        || switch (provider.verification()) {
          case Verification.ByAsking asked -> true;
          case Verification.BySignature signed -> signed.completion().isPresent();
        };
  }

  /**
   * Holds those of the providers that are asked, and lets go of all others.
   *
   * @param signatures by the provider's name, for those that sign
   * @return a verifier for each, by the provider's name
   */
  public synchronized Map<String, ProviderVerifier> hold(
      Collection<CompiledProvider> providers, Map<String, JwtVerifier> signatures) {
    var wanted = new HashMap<Slot, AskedProvider>();
    var verifiers = new HashMap<String, ProviderVerifier>();
    for (CompiledProvider provider : providers) {
      if (!isAsked(provider)) continue;
      Slot slot = Slot.of(provider);
      AskedProvider known = held.get(slot);
      AskedProvider asked = known == null ? opened(provider) : known;
      wanted.put(slot, asked);
      verifiers.put(
          provider.name(), asked.verifier(Optional.ofNullable(signatures.get(provider.name()))));
    }
    replace(wanted, left -> vertx.setTimer(LEAVE.toMillis(), late -> left.close()));
    return verifiers;
  }

  private AskedProvider opened(CompiledProvider provider) {
    AskedProvider asked = factory.open(provider);
    asked.look();
    return asked;
  }

  private void replace(Map<Slot, AskedProvider> wanted, Consumer<AskedProvider> end) {
    Map<Slot, AskedProvider> before = held;
    held = Map.copyOf(wanted);
    before.forEach(
        (slot, asked) -> {
          if (!wanted.containsKey(slot)) end.accept(asked);
        });
  }

  /** How the providers are, sorted by name. */
  public List<ProviderState> states() {
    return held.values().stream()
        .map(AskedProvider::state)
        .sorted(Comparator.comparing(ProviderState::name))
        .toList();
  }

  @Override
  public synchronized void close() {
    vertx.cancelTimer(timer);
    replace(Map.of(), AskedProvider::close);
  }
}
