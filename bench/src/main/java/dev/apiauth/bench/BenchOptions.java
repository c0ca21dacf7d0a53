package dev.apiauth.bench;

import dev.apiauth.bench.party.Machine;
import dev.apiauth.bench.party.Party;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What all programs can be told. */
final class BenchOptions {

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "PEER",
      defaultValue = "direct,nginx,haproxy,sidecar",
      description = "Who is measured (default: ${DEFAULT-VALUE}).")
  private List<Party> peers = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each peer is measured (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long a round of a peer takes (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "REQUESTS",
      defaultValue = "300000",
      description =
          "How many requests each peer answers before the rounds, within two minutes at most"
              + " (default: ${DEFAULT-VALUE}).")
  private long warmUp;

  @Option(
      names = "--proxy-core",
      paramLabel = "N",
      defaultValue = "0",
      description = "The processor of what is measured (default: ${DEFAULT-VALUE}).")
  private int proxyCore;

  @Option(
      names = "--load-core",
      paramLabel = "N",
      defaultValue = "1",
      description = "The processor of load and product (default: ${DEFAULT-VALUE}).")
  private int loadCore;

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description = "Given to the sidecar's Java, such as a flight recording; may be repeated.")
  private List<String> javaOptions = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Where the JSON goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  List<Party> peers() {
    return List.copyOf(peers);
  }

  int rounds() {
    return rounds;
  }

  Duration time() {
    return Duration.ofSeconds(seconds);
  }

  long warmUp() {
    return warmUp;
  }

  int loadCore() {
    return loadCore;
  }

  Machine machine() {
    return new Machine(proxyCore, loadCore, List.copyOf(javaOptions));
  }

  Path file(String name) {
    return out.resolve(name);
  }
}
