package dev.apiauth.sidecar.prove.jws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Vectors of others, brought into one shape: a token, the key or key set that it is judged with,
 * what is right.
 */
final class JwsVectors {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Every algorithm, the symmetric ones too: the vectors judge the layer, not a provider's
   * allow-list.
   */
  private static final StrictJws STRICT = new StrictJws(EnumSet.allOf(JwsAlgorithm.class));

  record Vector(int id, String comment, String keys, String token, String result) {

    boolean isAccepted() {
      Optional<KeySet> set = KeySet.parse(keys.getBytes(UTF_8));
      return set.map(this::outcome).filter(Outcome.Pass.class::isInstance).isPresent();
    }

    private Outcome<ProvenJws> outcome(KeySet set) {
      return CompactJws.read(token, 16 * 1024).then(read -> STRICT.verify(read, set));
    }

    @Override
    public String toString() {
      return "tc" + id + " " + comment + " (" + result + ")";
    }
  }

  private JwsVectors() {}

  /**
   * The JWS tests of a Wycheproof file; {@code group.public} is the key where there is one, else
   * {@code group.private}.
   */
  static List<Vector> wycheproof(String file) throws IOException {
    JsonNode root = JSON.readTree(SharedVectors.file("wycheproof/" + file).toFile());
    return children(root.get("testGroups"))
        .flatMap(
            group ->
                children(group.get("tests"))
                    .filter(test -> test.has("jws"))
                    .map(test -> vector(group, test)))
        .toList();
  }

  private static Vector vector(JsonNode group, JsonNode test) {
    JsonNode key = group.has("public") ? group.get("public") : group.get("private");
    JsonNode jws = test.get("jws");
    return new Vector(
        test.get("tcId").asInt(),
        test.get("comment").asText(),
        key.has("keys") ? key.toString() : keySet(key),
        jws.isTextual() ? jws.textValue() : jws.toString(),
        test.get("result").asText());
  }

  /** An example of the IETF's JOSE cookbook: its compact form, and the public part of its key. */
  static Vector cookbook(String file) throws IOException {
    JsonNode example = JSON.readTree(SharedVectors.file("ietf-jose-cookbook/" + file).toFile());
    ObjectNode key = example.at("/input/key").deepCopy();
    List.of("d", "p", "q", "dp", "dq", "qi").forEach(key::remove);
    return new Vector(0, file, keySet(key), example.at("/output/compact").asText(), "valid");
  }

  static String keySet(JsonNode key) {
    return "{\"keys\":[" + key + "]}";
  }

  private static Stream<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
