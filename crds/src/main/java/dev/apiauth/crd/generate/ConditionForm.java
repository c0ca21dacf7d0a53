package dev.apiauth.crd.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.apiauth.crd.status.StatusCondition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the schema of a condition has in Kubernetes' own types and annotations cannot say
 * (k8s.io/apimachinery, Condition in meta/v1).
 */
final class ConditionForm {

  private static final List<JsonNode> ANSWERS =
      Stream.of("True", "False", "Unknown").<JsonNode>map(TextNode::valueOf).toList();

  private ConditionForm() {}

  /** Completes the schema of a condition; every other place is left alone. */
  static void applyTo(SchemaNode node) {
    if (node.rawType() != StatusCondition.class) return;
    var fields = node.schema().getProperties();
    fields.computeIfPresent("status", (name, status) -> oneOf(status, ANSWERS));
    fields.computeIfPresent("lastTransitionTime", (name, time) -> aTime(time));
  }

  private static JSONSchemaProps oneOf(JSONSchemaProps field, List<JsonNode> values) {
    field.setEnum(values);
    return field;
  }

  private static JSONSchemaProps aTime(JSONSchemaProps field) {
    field.setFormat("date-time");
    return field;
  }
}
