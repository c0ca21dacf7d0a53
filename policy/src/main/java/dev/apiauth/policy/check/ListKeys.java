package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;

/** Finds items that stand twice in a list whose items have keys. */
final class ListKeys {

  private final Findings findings;

  ListKeys(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reports the second of items with equal keys; in a list without keys an item may stand twice.
   */
  void check(Place place) {
    if (!place.value().isArray() || !place.schema().listType().equals("map")) return;
    var times = new HashMap<JsonNode, Integer>();
    for (int i = 0; i < place.value().size(); i++) {
      JsonNode key = key(place.value().path(i), place.schema().listMapKeys());
      if (times.merge(key, 1, Integer::sum) == 2) {
        findings.fault(place.path().index(i), ApiServerWords.duplicate(key), "Keep one of them");
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
