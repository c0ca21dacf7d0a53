package dev.apiauth.sidecar.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The committed CRD as Markdown: a row for each field, and one for each rule between fields. */
final class FieldReference {

  private final List<String> fields = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();

  private FieldReference(JsonNode spec) {
    describe("spec", spec);
  }

  /** That of a kind, by its plural. */
  static FieldReference ofCommittedCrd(String plural) {
    try {
      JsonNode root =
          new YAMLMapper().readTree(Checkout.text("crds/%s.apiauth.dev.yaml".formatted(plural)));
      return new FieldReference(root.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String markdown() {
    return """
    | field | what it takes | what it means |
    |---|---|---|
    %s

    ## Rules between fields

    | where | what is said where it does not hold |
    |---|---|
    %s
    """
        .formatted(String.join("\n", fields), String.join("\n", rules));
  }

  private void describe(String path, JsonNode schema) {
    schema.path("x-kubernetes-validations").forEach(rule -> addRule(path, rule));
    JsonNode inner = schema.has("items") ? schema.path("items") : schema;
    String place = schema.has("items") ? path + "[]" : path;
    if (schema.has("items"))
      inner.path("x-kubernetes-validations").forEach(rule -> addRule(place, rule));
    inner
        .path("properties")
        .properties()
        .forEach(
            field ->
                addField(
                    place, field.getKey(), field.getValue(), isRequired(inner, field.getKey())));
  }

  private void addField(String parent, String name, JsonNode schema, Presence presence) {
    String path = parent + "." + name;
    fields.add(
        "| `%s` | %s | %s |"
            .formatted(
                path.substring("spec.".length()),
                String.join("; ", takes(schema, presence)),
                oneLine(schema.path("description").asText())));
    describe(path, schema);
  }

  private void addRule(String path, JsonNode rule) {
    rules.add("| `%s` | %s |".formatted(path, oneLine(rule.path("message").asText())));
  }

  private enum Presence {
    REQUIRED,
    OPTIONAL
  }

  private static Presence isRequired(JsonNode schema, String name) {
    boolean listed =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .anyMatch(required -> required.asText().equals(name));
    return listed ? Presence.REQUIRED : Presence.OPTIONAL;
  }

  private static List<String> takes(JsonNode schema, Presence presence) {
    var parts = new ArrayList<String>();
    parts.add(kind(schema));
    if (presence == Presence.REQUIRED) parts.add("required");
    if (schema.has("default")) parts.add("default `%s`".formatted(schema.path("default").asText()));
    return parts;
  }

  private static String kind(JsonNode schema) {
    if (schema.has("enum")) return choices(schema.path("enum"));
    return switch (schema.path("type").asText()) {
      case "array" ->
          "1 to %d of: %s".formatted(schema.path("maxItems").asInt(), kind(schema.path("items")));
      case "object" -> schema.has("additionalProperties") ? "names and texts" : "fields";
      case "integer" ->
          "%d to %d".formatted(schema.path("minimum").asInt(), schema.path("maximum").asInt());
      default -> "text of up to %d characters".formatted(schema.path("maxLength").asInt());
    };
  }

  private static String choices(JsonNode values) {
    var words = new ArrayList<String>();
    values.forEach(value -> words.add("`" + value.asText() + "`"));
    return String.join(", ", words);
  }

  private static String oneLine(String description) {
    return description
        .strip()
        .replaceAll("\\n+", "<br>")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|");
  }
}
