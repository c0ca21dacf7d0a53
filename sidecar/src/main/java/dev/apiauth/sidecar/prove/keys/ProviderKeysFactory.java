package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.sidecar.egress.Egress;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.prove.jws.KeySet;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Opens the keys of a provider, wherever they are. */
public final class ProviderKeysFactory {

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Egress egress;
  private final RefreshClock clock;
  private final Metrics metrics;

  public ProviderKeysFactory(Vertx vertx, Egress egress, RefreshClock clock, Metrics metrics) {
    this.vertx = vertx;
    this.egress = egress;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Opens the keys; the first fetch begins at once, in the background.
   *
   * @param name of the provider, for status and log
   * @return to be closed when no policy refers to it any more
   */
  public ProviderKeys open(String name, KeyLocation location, KeyFreshness freshness) {
    return switch (location) {
      case KeyLocation.Inline(String jwks) -> inline(name, jwks);
      case KeyLocation.JwksUrl(String url) ->
          refreshed(name, new JwksSource(egress, url), freshness);
      case KeyLocation.Discovery discovery ->
          refreshed(name, new DiscoverySource(egress, discovery), freshness);
    };
  }

  private ProviderKeys inline(String name, String jwks) {
    return new InlineKeys(
        name, KeySet.parse(jwks.getBytes(StandardCharsets.UTF_8)), clock.instant());
  }

  private ProviderKeys refreshed(String name, KeySource source, KeyFreshness freshness) {
    var counted = new CountedKeySource(name, source, metrics);
    var keys =
        new RefreshedKeys(name, counted, freshness, clock, new CallersContext(vertx, LONGEST_WAIT));
    long timer = vertx.setPeriodic(0, TICK.toMillis(), tick -> keys.tick());
    keys.tickedBy(() -> vertx.cancelTimer(timer));
    return keys;
  }
}
