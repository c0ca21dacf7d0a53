package dev.apiauth.testkit.idp.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * With what somebody is known to a provider: the registration of the installation under test.
 *
 * @param id of the client; empty where a token alone is asked for (Slack's bot)
 * @param secret a client secret, an app secret, a bot's token or the key file of a service account
 */
public record ClientSecret(String id, String secret) {

  /** From user name, colon and password, both encoded as a form's (RFC 6749, section 2.3.1). */
  static Optional<ClientSecret> of(String pair) {
    int colon = pair.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(
            new ClientSecret(
                FormText.decode(pair.substring(0, colon)),
                FormText.decode(pair.substring(colon + 1))));
  }

  /** From {@code client_id} and {@code client_secret} of a form. */
  static Optional<ClientSecret> in(Map<String, String> form) {
    return form.containsKey("client_id") && form.containsKey("client_secret")
        ? Optional.of(
            new ClientSecret(
                form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")))
        : Optional.empty();
  }

  /** {@code Authorization: Basic} with these. */
  public String basic() {
    var pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
