package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.provider.ProviderExample.SecretReference;
import dev.apiauth.testkit.scenario.Manifest;
import java.nio.file.Path;
import java.util.Map;

/**
 * The Secret with what the installation proves itself by at the provider.
 *
 * @param reference where the resource looks for it
 * @param value the secret itself
 */
record ClientSecretFile(SecretReference reference, String value) {

  void writeInto(Path folder) {
    new EditedFile(folder.resolve(reference.name() + ".yaml")).write(manifest(value));
  }

  /** As a screen may show it. */
  String shown() {
    return manifest(new Shortened(value).value());
  }

  private String manifest(String shown) {
    return Manifest.of("{apiVersion: v1, kind: Secret}")
        .with("/metadata", Map.of("name", reference.name(), "namespace", "atlassian"))
        .with("/stringData", Map.of(reference.key(), shown))
        .yaml();
  }
}
