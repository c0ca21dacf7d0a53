package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.sidecar.prove.jws.KeySet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

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
    switch (fetch) {
      case KeyFetch.Fetched(KeySet keys) -> say(Level.INFO, keys.complaints());
      case KeyFetch.Failed(String because) -> say(Level.WARN, List.of(because));
    }
  }

  /**
   * Keys that are left out are no alarm: ordinary providers publish keys for encryption as well.
   */
  private void say(Level level, List<String> news) {
    if (news.equals(said)) return;
    news.forEach(sentence -> LOG.atLevel(level).log("Provider {}: {}", provider, sentence));
    said = news;
  }
}
