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

  /** Puts a value there, or takes away what is there if the value is null; adds to a list. */
  void set(ObjectNode root, JsonNode value) {
    String last = steps.getLast();
    switch (parent(root)) {
      case ArrayNode list -> list.insert(Integer.parseInt(last), value);
      case ObjectNode object when value.isNull() -> object.remove(last);
      case JsonNode object -> ((ObjectNode) object).set(last, value);
    }
  }

  /** Puts a value, even a null, in the place of what is there. */
  void replace(ObjectNode root, JsonNode value) {
    String last = steps.getLast();
    switch (parent(root)) {
      case ArrayNode list -> list.set(Integer.parseInt(last), value);
      case JsonNode object -> ((ObjectNode) object).set(last, value);
    }
  }

  private JsonNode parent(ObjectNode root) {
    JsonNode parent = root;
    for (String step : steps.subList(0, steps.size() - 1)) parent = below(parent, step);
    return parent;
  }

  private static JsonNode below(JsonNode parent, String step) {
    if (parent instanceof ArrayNode list) return list.path(Integer.parseInt(step));
    JsonNode child = parent.path(step);
    return child.isMissingNode() ? ((ObjectNode) parent).putObject(step) : child;
  }
}
