package dev.apiauth.operator.gather;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.policy.check.ApiTokenCheck;
import dev.apiauth.policy.check.CheckedApiToken;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and checks the specs of API tokens: their CRD may be newer than this build. Each spec is
 * read once. Safe for use by several threads.
 */
public final class TokenReader {

  private static final int MOST_KEPT = 20_000;

  private final ApiTokenCheck check;
  private final JsonMapper json = new JsonMapper();
  private final Map<String, Reading> known = Collections.synchronizedMap(new LatestReadings());

  private record Reading(long generation, CheckedApiToken spec) {}

  private static final class LatestReadings extends LinkedHashMap<String, Reading> {

    private static final long serialVersionUID = 1;

    LatestReadings() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
      return size() > MOST_KEPT;
    }
  }

  /** Reads by that check. */
  public TokenReader(ApiTokenCheck check) {
    this.check = check;
  }

  /** What a token's spec says. */
  public CheckedApiToken read(UncheckedApiToken token) {
    ObjectMeta metadata = token.getMetadata();
    long generation = metadata.getGeneration();
    Reading held = known.get(metadata.getUid());
    if (held != null && held.generation() == generation) return held.spec();
    CheckedApiToken spec = check.check(tree(token));
    known.put(metadata.getUid(), new Reading(generation, spec));
    return spec;
  }

  private ObjectNode tree(UncheckedApiToken token) {
    ObjectNode tree = json.createObjectNode();
    tree.put("apiVersion", token.getApiVersion());
    tree.put("kind", token.getKind());
    tree.putObject("metadata")
        .put("name", token.getMetadata().getName())
        .put("namespace", token.getMetadata().getNamespace());
    tree.set("spec", token.getSpec());
    return tree;
  }
}
