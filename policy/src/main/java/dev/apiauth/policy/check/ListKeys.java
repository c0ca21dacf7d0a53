package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;

/** Finds items that stand twice in a list whose items, or their keys, are unique. */
final class ListKeys {

  private final Findings findings;

  ListKeys(Findings findings) {
    this.findings = findings;
  }

  /** Reports the second of equal items of this one list. */
  void check(Place place) {
    StructuralSchema schema = place.schema();
    if (!schema.listType().equals("set") && !schema.listType().equals("map")) return;
    JsonNode list = place.value();
    var times = new HashMap<JsonNode, Integer>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode key = key(list.get(i), schema);
      if (times.merge(key, 1, Integer::sum) == 2) {
        findings.fault(place.path().index(i), ApiServerWords.duplicate(key), "Keep one of them");
      }
    }
  }

  private static JsonNode key(JsonNode item, StructuralSchema schema) {
    if (schema.listType().equals("set")) return item;
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    for (String name : schema.listMapKeys()) {
      if (item.has(name)) key.set(name, item.get(name));
    }
    return key;
  }
}
