package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Prunes and fills in defaults as the API server does, before it validates. What the schema does
 * not know goes, and so does a null. A default stands for an absent field, in an object that is
 * there; it does not reach into an absent parent.
 */
final class Defaulting {

  private Defaulting() {}

  /** Changes the value in place. */
  static void apply(JsonNode value, StructuralSchema schema) {
    switch (value) {
      case ObjectNode object -> applyToObject(object, schema);
      case ArrayNode list ->
          schema.items().ifPresent(items -> list.forEach(item -> apply(item, items)));
      default -> {} // a scalar has nothing below it
    }
  }

  private static void applyToObject(ObjectNode object, StructuralSchema schema) {
    object.properties().removeIf(field -> field.getValue().isNull() || isUnknown(field, schema));
    schema.properties().forEach((name, field) -> applyToField(object, name, field));
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      schema.below(field.getKey()).ifPresent(below -> apply(field.getValue(), below));
    }
  }

  private static boolean isUnknown(Map.Entry<String, JsonNode> field, StructuralSchema schema) {
    return schema.below(field.getKey()).isEmpty();
  }

  private static void applyToField(ObjectNode object, String name, StructuralSchema field) {
    field
        .byDefault()
        .filter(absent -> !object.has(name))
        .ifPresent(value -> object.set(name, value.deepCopy()));
  }
}
