package dev.apiauth.sidecar.git;

import dev.apiauth.policy.token.ApiTokenText;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.scenario.Manifest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** API tokens of this service, issued while it runs. */
final class IssuedTokens {

  /** What a resource needs so that they are looked for: the value of {@code apiTokens}. */
  static final String ACCEPTED = "{secretSelector: {matchLabels: {api-tokens: git}}}";

  private static final SecureRandom RANDOM = new SecureRandom();

  private IssuedTokens() {}

  /**
   * A new token of alice's, in force.
   *
   * @param operations what it may be used for, a line each; empty for everything
   */
  static String issue(Protected product, String operations) {
    var token = ApiTokenText.make(RANDOM);
    var before = product.sidecar().policy();
    product
        .folder()
        .putSecret("api-token-" + token.id().toLowerCase(Locale.ROOT), secret(token, operations));
    Eventually.holds(() -> !product.sidecar().policy().equals(before), "the token is in force");
    return token.reveal();
  }

  private static Manifest secret(ApiTokenText token, String operations) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var secret =
        Manifest.of(
                "{apiVersion: v1, kind: Secret, metadata: {labels: {api-tokens: git}}, stringData:"
                    + " {username: alice, groups: jira-api-users}}")
            .with("/metadata/name", "api-token-" + token.id().toLowerCase(Locale.ROOT))
            .with("/stringData/id", '"' + token.id() + '"')
            .with("/stringData/hash", '"' + token.hash().hex() + '"')
            .with("/stringData/created", '"' + now.toString() + '"')
            .with("/stringData/notAfter", '"' + now.plus(Duration.ofHours(1)).toString() + '"');
    return operations.isEmpty()
        ? secret
        : secret.with("/stringData/operations", '"' + operations + '"');
  }
}
