package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.sidecar.prove.jws.KeySet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what changed about a provider's keys, once, and not on every fetch. Confined to whoever
 * fetches.
 */
final class KeyLog {

  private static final Logger LOG = LoggerFactory.getLogger(KeyLog.class);

  private final String provider;
  private List<String> said = List.of();

  KeyLog(String provider) {
    this.provider = provider;
  }

  void fetched(KeyFetch fetch) {
    List<String> news =
        switch (fetch) {
          case KeyFetch.Fetched(KeySet keys) -> keys.complaints();
          case KeyFetch.Failed(String because) -> List.of(because);
        };
    if (!news.equals(said)) {
      news.forEach(sentence -> LOG.warn("Provider {}: {}", provider, sentence));
      said = news;
    }
  }
}
