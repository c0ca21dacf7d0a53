package dev.apiauth.policy.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A Secret as it was read. Its values never reach a log or a message.
 *
 * @param name the Secret's name
 * @param labels its labels
 * @param data its values, decoded
 */
public record SecretContent(String name, Map<String, String> labels, Map<String, byte[]> data) {

  /** Maps are copied. */
  public SecretContent {
    labels = Map.copyOf(labels);
    data = Map.copyOf(data);
  }

  /**
   * The value of a key as UTF-8 text without white space around it; empty if there is no such key.
   */
  public Optional<String> text(String key) {
    return Optional.ofNullable(data.get(key))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
  }

  @Override
  public String toString() {
    return "SecretContent[name=%s, keys=%s]".formatted(name, data.keySet());
  }
}
