package dev.apiauth.policy.document;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of the providers' clients. Secret: never logged, never in a status.
 *
 * @param clients by provider name: a client secret, or a private key in PEM
 */
public record SecretsDocument(SortedMap<String, String> clients) {

  /** No secrets at all. */
  public static final SecretsDocument EMPTY = new SecretsDocument(new TreeMap<>());

  /** The map is copied. */
  public SecretsDocument {
    clients = copy(clients);
  }

  private static SortedMap<String, String> copy(@Nullable Map<String, String> map) {
    return map == null ? new TreeMap<>() : new TreeMap<>(map);
  }

  /** The secret of a provider's client; empty where its Secret is missing: nothing can be asked. */
  public Optional<String> ofClient(String provider) {
    return Optional.ofNullable(clients.get(provider));
  }

  @Override
  public String toString() {
    return "SecretsDocument[" + clients.keySet() + "]";
  }
}
