package dev.apiauth.operator.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What has to be done to one pod to get the other: a JSON patch (RFC 6902). */
final class PodPatch {

  private PodPatch() {}

  /**
   * The patch in Base64, as a response carries it; empty if there is nothing to do.
   *
   * <p>Both pods must come from the same writer. The patch then says nothing of what the writer
   * spells otherwise than the API server did, and nothing of fields that it does not know, so these
   * stay. It only adds, replaces and removes: moves and copies would take such fields along.
   */
  static Optional<String> between(JsonNode before, JsonNode after) {
    var patch = JsonDiff.asJson(before, after, DiffFlags.dontNormalizeOpIntoMoveAndCopy());
    if (patch.isEmpty()) return Optional.empty();
    var text = patch.toString().getBytes(StandardCharsets.UTF_8);
    return Optional.of(Base64.getEncoder().encodeToString(text));
  }
}
