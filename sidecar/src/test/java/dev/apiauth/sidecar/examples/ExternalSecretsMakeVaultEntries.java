package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Secret that the example's ExternalSecret makes is one that the example's resource finds. */
class ExternalSecretsMakeVaultEntries {

  private final JsonNode external = yaml("examples/enrolment/external-secrets.yaml");
  private final JsonNode resource = yaml("examples/enrolment/jira.yaml");

  @Test
  void withTheLabelThatTheResourceLooksFor() {
    assertThat(external.at("/spec/target/template/metadata/labels"))
        .isEqualTo(resource.at("/spec/identity/personalAccessTokens/secretSelector/matchLabels"));
    assertThat(external.at("/metadata/namespace")).isEqualTo(resource.at("/metadata/namespace"));
  }

  @Test
  void withTheKeysOfAnEntryEachFilledFromTheVault() {
    JsonNode data = external.at("/spec/target/template/data");
    var fetched = external.at("/spec/data").findValuesAsText("secretKey");

    assertThat(data.fieldNames()).toIterable().containsExactly("username", "token", "expires");
    assertThat(Stream.of("token", "expires").map(key -> data.path(key).asText()))
        .containsExactlyElementsOf(fetched.stream().map("{{ .%s }}"::formatted).toList());
  }

  private static JsonNode yaml(String path) {
    try {
      return new YAMLMapper().readTree(Checkout.text(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
