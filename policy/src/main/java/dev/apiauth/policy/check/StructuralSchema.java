package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * A structural schema as Kubernetes defines it: one type per place, no alternatives. Only what the
 * committed CRD uses is read; the CRD's own test sees to it that nothing else is in there.
 */
record StructuralSchema(JsonNode json) {

  /** The words of a schema that this check evaluates or may pass over. */
  static final List<String> KNOWN_WORDS =
      List.of(
          "additionalProperties",
          "default",
          "description",
          "enum",
          "items",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "pattern",
          "properties",
          "required",
          "type",
          "x-kubernetes-list-map-keys",
          "x-kubernetes-list-type",
          "x-kubernetes-validations");

  String type() {
    return json.path("type").asText();
  }

  /** What the field means, first sentence or line only; empty where nothing is said. */
  String summary() {
    String description = json.path("description").asText();
    return description.split("(?<=\\.)\\s", 2)[0].replaceFirst("\\.$", "");
  }

  Map<String, StructuralSchema> properties() {
    var fields = new LinkedHashMap<String, StructuralSchema>();
    json.path("properties")
        .properties()
        .forEach(field -> fields.put(field.getKey(), new StructuralSchema(field.getValue())));
    return fields;
  }

  Optional<StructuralSchema> property(String name) {
    return schemaAt(json.path("properties").path(name));
  }

  /** The schema of a field, by its name, or of a map's value. */
  Optional<StructuralSchema> below(String name) {
    return property(name).or(() -> schemaAt(json.path("additionalProperties")));
  }

  /** The schema of a list's items. */
  Optional<StructuralSchema> items() {
    return schemaAt(json.path("items"));
  }

  Optional<JsonNode> byDefault() {
    return Optional.ofNullable(json.get("default"));
  }

  List<String> required() {
    return texts("required");
  }

  /** The accepted values; empty where any is. */
  List<String> enumeration() {
    return texts("enum");
  }

  Optional<String> pattern() {
    return Optional.ofNullable(json.get("pattern")).map(JsonNode::asText);
  }

  /** A bound by its name, such as {@code maxLength}. */
  OptionalLong bound(String name) {
    JsonNode bound = json.path(name);
    return bound.isNumber() ? OptionalLong.of(bound.asLong()) : OptionalLong.empty();
  }

  /** How the list merges: {@code map} or {@code atomic}; empty for anything but a list. */
  String listType() {
    return json.path("x-kubernetes-list-type").asText();
  }

  List<String> listMapKeys() {
    return texts("x-kubernetes-list-map-keys");
  }

  List<CelRule> rules() {
    return elements("x-kubernetes-validations").stream().map(CelRule::of).toList();
  }

  private List<String> texts(String name) {
    return elements(name).stream().map(JsonNode::asText).toList();
  }

  private List<JsonNode> elements(String name) {
    return StreamSupport.stream(json.path(name).spliterator(), false).toList();
  }

  private static Optional<StructuralSchema> schemaAt(JsonNode node) {
    return node.isObject() ? Optional.of(new StructuralSchema(node)) : Optional.empty();
  }
}
