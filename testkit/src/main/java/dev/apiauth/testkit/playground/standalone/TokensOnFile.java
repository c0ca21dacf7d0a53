package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.scenario.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The vault of a product: one Secret with a personal access token of each of these people, as in
 * {@code examples/secrets/pats.yaml}.
 *
 * @param users whose tokens
 */
public record TokensOnFile(List<String> users) {

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {namespace: atlassian, labels: {}}
      stringData: {}
      """;

  /** Has the product issue the tokens, and writes the Secret into that folder. */
  public void write(Example example, RunningProduct product, Path secrets) {
    var entries = new StringBuilder();
    users.forEach(
        user ->
            entries.append(
                "- {username: %s, token: \"%s\"}%n"
                    .formatted(user, product.issueToken(user).value())));
    Manifest secret =
        Manifest.of(SECRET)
            .with("/metadata/name", "pats-" + example.key())
            .with("/metadata/labels", Map.of("apiauth.dev/pat-vault", example.key()))
            .with("/stringData", Map.of("pats.yaml", entries.toString()));
    new EditedFile(secrets.resolve("pats-" + example.key() + ".yaml")).write(secret.yaml());
  }
}
