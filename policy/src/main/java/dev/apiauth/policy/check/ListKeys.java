package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds items that stand twice in a list whose items, or their keys, are unique. */
final class ListKeys {

  private final Findings findings;

  ListKeys(Findings findings) {
    this.findings = findings;
  }

  /** Reports the second of equal items of this one list. */
  void check(Place place) {
    if (!place.value().isArray()) return;
    switch (place.schema().listType()) {
      case "set" -> checkKeys(place, item -> item);
      case "map" -> checkKeys(place, item -> key(item, place.schema().listMapKeys()));
      default -> {} // in any other list an item may stand twice
    }
  }

  private void checkKeys(Place list, UnaryOperator<JsonNode> keyOf) {
    var times = new HashMap<JsonNode, Integer>();
    for (int i = 0; i < list.value().size(); i++) {
      JsonNode key = keyOf.apply(list.value().path(i));
      if (times.merge(key, 1, Integer::sum) == 2) {
        findings.fault(list.path().index(i), ApiServerWords.duplicate(key), "Keep one of them");
      }
    }
  }

  private static JsonNode key(JsonNode item, List<String> names) {
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      if (item.has(name)) key.set(name, item.get(name));
    }
    return key;
  }
}
