package dev.apiauth.cli.provider;

import static dev.apiauth.cli.provider.ProviderHttp.encoded;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The client in whose name a test login happens.
 *
 * @param id its id
 * @param secret its secret, for one that has one
 * @param placement where the secret stands; never in two places, which some providers refuse
 */
record LoginClient(String id, Optional<String> secret, Placement placement) {

  /** Where a secret stands (RFC 6749, section 2.3.1). */
  enum Placement {
    BASIC,
    FORM
  }

  /** The form with what the client adds to it. */
  Map<String, String> form(Map<String, String> form) {
    var all = new LinkedHashMap<>(form);
    if (authorization().isEmpty()) all.put("client_id", id);
    if (placement == Placement.FORM) secret.ifPresent(text -> all.put("client_secret", text));
    return all;
  }

  /** The Authorization field; empty where the form says it. */
  Optional<String> authorization() {
    return placement == Placement.BASIC ? secret.map(this::basic) : Optional.empty();
  }

  /** Both halves are encoded as in a form (RFC 6749, section 2.3.1). */
  private String basic(String text) {
    String pair = encoded(id) + ":" + encoded(text);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "LoginClient[" + id + "]";
  }
}
