package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Fills in defaults as the API server does: for an absent field or a null, in an object that is
 * there. A default does not reach into an absent parent. A null without default is as good as
 * absent.
 */
final class StructuralDefaults {

  private StructuralDefaults() {}

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
    object.properties().removeIf(field -> field.getValue().isNull() && isKnown(field, schema));
    schema.properties().forEach((name, field) -> applyToField(object, name, field));
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      schema.below(field.getKey()).ifPresent(below -> apply(field.getValue(), below));
    }
  }

  private static boolean isKnown(Map.Entry<String, JsonNode> field, StructuralSchema schema) {
    return schema.below(field.getKey()).isPresent();
  }

  private static void applyToField(ObjectNode object, String name, StructuralSchema field) {
    field
        .byDefault()
        .filter(absent -> !object.has(name))
        .ifPresent(value -> object.set(name, value.deepCopy()));
  }
}
