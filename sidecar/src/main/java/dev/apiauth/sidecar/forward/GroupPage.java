package dev.apiauth.sidecar.forward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.policy.preset.ProductProfile;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of somebody's groups, as the product answers it.
 *
 * @param names the groups on it
 * @param more whether there are further pages
 */
record GroupPage(List<String> names, boolean more) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a page.
   *
   * @return empty where the answer is not what the profile says, or counts more groups than it
   *     holds: half a list must never pass for a whole one
   */
  static Optional<GroupPage> read(Buffer body, ProductProfile.Groups profile) {
    try {
      return read(JSON.readTree(body.getBytes()), profile);
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<GroupPage> read(JsonNode answer, ProductProfile.Groups profile) {
    JsonNode list = answer.at(profile.list());
    if (!list.isArray()) return Optional.empty();
    var names = new ArrayList<String>();
    for (JsonNode item : list) {
      if (!item.path("name").isTextual()) return Optional.empty();
      names.add(item.path("name").textValue());
    }
    String total = profile.total();
    boolean whole = total == null || answer.at(total).asInt(-1) == names.size();
    String next = profile.next();
    boolean more = next != null && !answer.at(next).isMissingNode();
    return whole ? Optional.of(new GroupPage(List.copyOf(names), more)) : Optional.empty();
  }
}
