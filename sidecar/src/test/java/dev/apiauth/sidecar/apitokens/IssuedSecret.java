package dev.apiauth.sidecar.apitokens;

import dev.apiauth.policy.token.ApiTokenText;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.scenario.Manifest;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An API token and the Secret that describes it, as the command line writes it.
 *
 * @param name the Secret's name
 * @param text the token
 * @param secret the Secret
 */
public record IssuedSecret(String name, ApiTokenText text, Manifest secret) {

  /** What chooses these Secrets. */
  public static final String SECTION =
      "{secretSelector: {matchLabels: {apiauth.dev/api-tokens: \"true\"}}, header: X-Api-Key}";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A token of that user's in the guide's group, for an hour. */
  public static IssuedSecret of(String name, String username) {
    ApiTokenText text = ApiTokenText.make(RANDOM);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new IssuedSecret(
            name,
            text,
            Manifest.of(
                    "{apiVersion: v1, kind: Secret, metadata: {labels: {apiauth.dev/api-tokens:"
                        + " \"true\"}}}")
                .with("/metadata/name", name))
        .with("id", text.id())
        .with("hash", text.hash().hex())
        .with("username", username)
        .with("groups", "jira-api-users")
        .with("created", now.toString())
        .with("notAfter", now.plus(Duration.ofHours(1)).toString());
  }

  /** With another value of a key; {@code |} stands for the end of a line. */
  public IssuedSecret with(String key, String value) {
    String quoted = '"' + value.replace("|", "\\n") + '"';
    return new IssuedSecret(name, text, secret.with("/stringData/" + key, quoted));
  }

  /** Without a key. */
  IssuedSecret without(String key) {
    return new IssuedSecret(name, text, secret.without("/stringData/" + key));
  }

  /** The token itself. */
  public String token() {
    return text.reveal();
  }

  /** How the audit log calls it. */
  String label() {
    return "%s of Secret %s".formatted(text.id(), name);
  }

  /** Puts the Secret in place before the sidecar starts, or without waiting. */
  IssuedSecret in(PolicyFolder folder) {
    folder.putSecret(name, secret);
    return this;
  }

  /** Puts the Secret in place, and returns when it is in force. */
  public IssuedSecret inForceIn(Protected product) {
    var before = product.sidecar().policy();
    in(product.folder());
    Eventually.holds(
        () -> !product.sidecar().policy().equals(before), "the token comes into force");
    return this;
  }
}
