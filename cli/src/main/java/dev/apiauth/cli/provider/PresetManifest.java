package dev.apiauth.cli.provider;

import dev.apiauth.cli.input.Manifest;
import dev.apiauth.cli.render.Answer;
import dev.apiauth.cli.render.Format;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest resource around a preset, so that a preset alone is read as any other is. */
record PresetManifest(Map<String, Object> provider) implements Answer {

  static Manifest of(String preset, Map<String, String> parameters, String audience) {
    var resource =
        new PresetManifest(
            Map.of(
                "name",
                "checked",
                "preset",
                preset,
                "parameters",
                parameters,
                "audiences",
                List.of(audience)));
    return new Manifest("--preset", 1, Format.YAML.render(resource), Optional.empty());
  }

  @Override
  public String text() {
    return "";
  }

  @Override
  public Object data() {
    return Map.of(
        "apiVersion",
        "apiauth.dev/v1alpha1",
        "kind",
        "AtlassianApiAuth",
        "metadata",
        Map.of("name", "checked", "namespace", "default"),
        "spec",
        Map.of(
            "product", "Jira",
            "targetRef", Map.of("name", "jira"),
            "providers", List.of(provider),
            "access", Map.of("groups", Map.of("allow", List.of("*"))),
            "identity", identity()));
  }

  private static Map<String, Object> identity() {
    return Map.of(
        "type",
        "PersonalAccessTokens",
        "personalAccessTokens",
        Map.of("secretSelector", Map.of("matchLabels", Map.of("vault", "none"))));
  }
}
