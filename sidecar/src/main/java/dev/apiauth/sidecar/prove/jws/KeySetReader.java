package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.policy.token.JwsAlgorithm.KeyType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the entries of a key set, then leaves out what is ambiguous between them. Used once per
 * set.
 */
final class KeySetReader {

  /** More than any provider publishes, and few enough to search one by one. */
  private static final int MAX_KEYS = 100;

  private final LinkedHashSet<VerificationKey> keys = new LinkedHashSet<>();
  private final List<String> complaints = new ArrayList<>();

  private KeySetReader() {}

  static KeySet read(List<JsonValue> entries) {
    var reader = new KeySetReader();
    reader.readAll(entries);
    reader.dropSecretsAmongPublicKeys();
    reader.dropAmbiguous();
    return new KeySet(List.copyOf(reader.keys), reader.complaints);
  }

  private void readAll(List<JsonValue> entries) {
    for (int i = 0; i < Math.min(entries.size(), MAX_KEYS); i++) {
      switch (entries
          .get(i)
          .object()
          .map(JwkReader::read)
          .orElseGet(() -> new JwkReading.Unusable("J14: it is no object"))) {
        case JwkReading.Usable(VerificationKey key) -> keys.add(key);
        case JwkReading.Unusable(String because) ->
            complaints.add("key %d is left out: %s".formatted(i + 1, because));
      }
    }
    if (entries.size() > MAX_KEYS) {
      complaints.add("keys beyond the first %d are left out".formatted(MAX_KEYS));
    }
  }

  /** J13: a secret in a set that is meant to be public is either a mistake or no secret. */
  private void dropSecretsAmongPublicKeys() {
    boolean hasPublicKeys = keys.stream().anyMatch(key -> key.type() != KeyType.OCT);
    if (hasPublicKeys && keys.removeIf(key -> key.type() == KeyType.OCT)) {
      complaints.add("symmetric keys among public ones are left out: J13");
    }
  }

  /** J12: of two keys of one type under one name none can be meant. */
  private void dropAmbiguous() {
    List<VerificationKey> ambiguous = keys.stream().filter(this::hasRival).toList();
    if (!ambiguous.isEmpty()) {
      ambiguous.forEach(keys::remove);
      complaints.add(
          "%d keys are left out that share their kid with another: J12"
              .formatted(ambiguous.size()));
    }
  }

  private boolean hasRival(VerificationKey key) {
    Optional<String> id = key.id();
    return id.isPresent()
        && keys.stream()
            .anyMatch(
                other -> !other.equals(key) && other.id().equals(id) && other.type() == key.type());
  }
}
