package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.preset.ProductProfile;
import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * As whom the product says it acted.
 *
 * @param value the header's value, decoded
 * @param anonymous what the product says when it acted as nobody
 */
public record ActedAs(String value, String anonymous) {

  /** What the answer says, where it says anything. */
  public static Optional<ActedAs> in(MultiMap headers, ProductProfile.ActedAs profile) {
    return Optional.ofNullable(headers.get(profile.header()))
        .map(value -> new ActedAs(decoded(value), profile.anonymous()));
  }

  /** The user; empty if the product acted as nobody. */
  public Optional<String> user() {
    return value.isEmpty() || value.equals(anonymous) ? Optional.empty() : Optional.of(value);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return value;
    }
  }
}
