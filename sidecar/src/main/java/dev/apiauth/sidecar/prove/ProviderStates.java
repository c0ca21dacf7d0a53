package dev.apiauth.sidecar.prove;

import dev.apiauth.sidecar.prove.ask.AskRing;
import dev.apiauth.sidecar.prove.keys.KeyRing;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import dev.apiauth.sidecar.prove.keys.ProviderState.Condition;
import java.util.List;
import java.util.TreeMap;

/** How the providers of the policy in force are, be it that they sign, are asked, or both. */
public final class ProviderStates {

  private ProviderStates() {}

  /** One state per provider, sorted by name. */
  public static List<ProviderState> of(KeyRing keys, AskRing asks) {
    var states = new TreeMap<String, ProviderState>();
    asks.states().forEach(state -> states.put(state.name(), state));
    keys.states().forEach(state -> states.merge(state.name(), state, ProviderStates::both));
    return List.copyOf(states.values());
  }

  /**
   * Without keys nothing is proven. Where only questions go unanswered, the tokens that need none
   * are still good.
   */
  private static ProviderState both(ProviderState asked, ProviderState signed) {
    if (signed.condition() != Condition.READY || asked.condition() == Condition.READY) {
      return signed;
    }
    return new ProviderState(
        signed.name(), Condition.STALE, signed.keys(), signed.lastSuccess(), asked.lastError());
  }
}
