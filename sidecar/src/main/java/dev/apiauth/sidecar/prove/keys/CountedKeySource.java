package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.sidecar.metrics.FetchResult;
import dev.apiauth.sidecar.metrics.Metrics;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts what is fetched, and how it ended. */
final class CountedKeySource implements KeySource {

  private final String provider;
  private final KeySource source;
  private final Metrics metrics;

  CountedKeySource(String provider, KeySource source, Metrics metrics) {
    this.provider = provider;
    this.source = source;
    this.metrics = metrics;
  }

  @Override
  public Future<KeyFetch> fetch() {
    return counted(source::fetch);
  }

  @Override
  public Future<KeyFetch> fetchAgain() {
    return counted(source::fetchAgain);
  }

  private Future<KeyFetch> counted(Supplier<Future<KeyFetch>> fetch) {
    long began = System.nanoTime();
    return fetch
        .get()
        .onSuccess(
            fetched ->
                metrics.keysFetched(
                    provider, result(fetched), Duration.ofNanos(System.nanoTime() - began)));
  }

  private static FetchResult result(KeyFetch fetch) {
    return switch (fetch) {
      case KeyFetch.Fetched fetched -> FetchResult.SUCCESS;
      case KeyFetch.Failed failed -> FetchResult.FAILURE;
    };
  }
}
