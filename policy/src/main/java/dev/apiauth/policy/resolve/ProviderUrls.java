package dev.apiauth.policy.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.policy.document.ProviderDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every URL that a sidecar would fetch for a provider, found by the published form. */
final class ProviderUrls {

  private static final JsonMapper JSON = new JsonMapper();

  private ProviderUrls() {}

  static List<String> of(ProviderDocument provider) {
    var found = new ArrayList<String>();
    collect(JSON.valueToTree(provider.verification()), found);
    collect(JSON.valueToTree(provider.lookups()), found);
    return found.stream().distinct().toList();
  }

  private static void collect(JsonNode node, List<String> found) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      boolean isUrl = member.getKey().equals("url") || member.getKey().endsWith("URL");
      if (isUrl && member.getValue().isTextual()) found.add(member.getValue().textValue());
    }
    node.forEach(child -> collect(child, found));
  }
}
