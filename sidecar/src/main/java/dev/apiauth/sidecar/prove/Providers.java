package dev.apiauth.sidecar.prove;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.sidecar.egress.EgressClients;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.prove.ask.AskRing;
import dev.apiauth.sidecar.prove.ask.AskedProviderFactory;
import dev.apiauth.sidecar.prove.keys.KeyRing;
import dev.apiauth.sidecar.prove.keys.ProviderKeysFactory;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import dev.apiauth.sidecar.prove.keys.RefreshClock;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Everything by which tokens of identity providers are proven, wired. */
public final class Providers implements AutoCloseable {

  private final KeyRing keys;
  private final AskRing asks;
  private final VerifierFactory verifiers;

  /**
   * Wires it; nothing is asked before a policy needs it.
   *
   * @param clients how providers are reached
   * @param clock what tokens are judged by
   * @param metrics counts what is asked
   */
  public Providers(EgressClients clients, InstantSource clock, Metrics metrics) {
    Ticker ticker = Ticker.systemTicker();
    WorkerExecutor workers =
        clients
            .vertx()
            .createSharedWorkerExecutor("signatures", Runtime.getRuntime().availableProcessors());
    var refresh = new RefreshClock(clock, ticker, RandomGenerator.getDefault());
    this.keys =
        new KeyRing(
            new ProviderKeysFactory(clients.vertx(), clients.forDocuments(), refresh, metrics));
    this.asks =
        new AskRing(
            clients.vertx(),
            new AskedProviderFactory(clients.vertx(), clients, workers, clock, ticker, metrics));
    this.verifiers =
        new VerifierFactory(
            keys, asks, new ProvenTokens(ProvenTokens.DEFAULT_MAX_BYTES, ticker), workers, clock);
  }

  /** Makes the verifiers of one policy after the other. */
  public VerifierFactory verifiers() {
    return verifiers;
  }

  /** How the providers of the policy in force are. */
  public List<ProviderState> states() {
    return ProviderStates.of(keys, asks);
  }

  @Override
  public void close() {
    keys.close();
    asks.close();
  }
}
