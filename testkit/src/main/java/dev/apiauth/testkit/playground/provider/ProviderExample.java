package dev.apiauth.testkit.playground.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.testkit.playground.EditedFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A resource in {@code examples/providers}, as it stands.
 *
 * @param path of the file, from the checkout's folder
 * @param text of the file
 */
record ProviderExample(Path path, String text) {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String SECRET_REF = "/spec/providers/0/client/secretRef";

  /**
   * Where the resource looks for the client's secret.
   *
   * @param name of the Secret
   * @param key in it
   */
  record SecretReference(String name, String key) {}

  static ProviderExample of(ProviderName provider, Path checkout) {
    Path path = Path.of("examples", "providers", provider.page() + ".yaml");
    return new ProviderExample(path, new EditedFile(checkout.resolve(path)).text());
  }

  /** The same with another piece of text, such as a port. */
  ProviderExample replacing(String usual, String actual) {
    return new ProviderExample(path, text.replace(usual, actual));
  }

  /** Empty where it names no client. */
  Optional<SecretReference> secret() {
    JsonNode reference = tree().at(SECRET_REF);
    return reference.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new SecretReference(
                reference.required("name").asText(), reference.required("key").asText()));
  }

  private JsonNode tree() {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no YAML in " + path, e);
    }
  }
}
