package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ProviderDocument;
import java.util.Optional;

/**
 * A provider with everything filled in.
 *
 * @param document what is published
 * @param secret the secret of its client; empty where it has none, or where that cannot be read
 */
record ResolvedProvider(ProviderDocument document, Optional<String> secret) {

  @Override
  public String toString() {
    return "ResolvedProvider[%s]".formatted(document.name());
  }
}
