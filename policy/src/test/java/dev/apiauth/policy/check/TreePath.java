package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A place in a resource, written as {@code spec.providers[0].audiences}. */
record TreePath(List<String> steps) {

  static TreePath of(String text) {
    return new TreePath(List.of(text.replace("[", ".").replace("]", "").split("\\.")));
  }

  /** Puts a value there, or takes away what is there if the value is null. */
  void set(ObjectNode root, JsonNode value) {
    JsonNode parent = root;
    for (String step : steps.subList(0, steps.size() - 1)) parent = below(parent, step);
    put(parent, steps.getLast(), value);
  }

  private static JsonNode below(JsonNode parent, String step) {
    if (parent instanceof ArrayNode list) return list.path(Integer.parseInt(step));
    JsonNode child = parent.path(step);
    return child.isMissingNode() ? ((ObjectNode) parent).putObject(step) : child;
  }

  private static void put(JsonNode parent, String step, JsonNode value) {
    switch (parent) {
      case ArrayNode list -> list.insert(Integer.parseInt(step), value);
      case ObjectNode object when value.isNull() -> object.remove(step);
      default -> ((ObjectNode) parent).set(step, value);
    }
  }
}
