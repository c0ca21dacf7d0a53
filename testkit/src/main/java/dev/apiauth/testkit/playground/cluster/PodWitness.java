package dev.apiauth.testkit.playground.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.testkit.playground.Witness;
import dev.apiauth.testkit.process.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads from its log what a product in a pod saw: a line per request. Probes of the node, which go
 * past the sidecar, are nobody's call.
 */
final class PodWitness implements Witness {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A request is in the log at its end, which the client may see a little earlier. */
  private static final Duration GRACE = Duration.ofMillis(60);

  private final Supplier<String> log;
  private int forgotten;

  /**
   * Believes that log.
   *
   * @param log all that the container wrote until now
   */
  PodWitness(Supplier<String> log) {
    this.log = log;
  }

  @Override
  public void forget() {
    forgotten = log.get().length();
  }

  @Override
  public List<String> actedAs() {
    Pauses.pause(GRACE);
    return log.get()
        .substring(forgotten)
        .lines()
        .flatMap(PodWitness::request)
        .filter(request -> isCall(request.path("uri").asText()))
        .map(request -> request.path("actedAs").asText())
        .toList();
  }

  private static boolean isCall(String uri) {
    return !Witness.isProbe(uri) && !uri.endsWith("/status");
  }

  private static Stream<JsonNode> request(String line) {
    try {
      return Stream.of(JSON.readTree(line)).filter(node -> node.has("actedAs"));
    } catch (JsonProcessingException unfinished) {
      return Stream.empty();
    }
  }
}
