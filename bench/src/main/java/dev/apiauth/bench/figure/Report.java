package dev.apiauth.bench.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A run as JSON: where, when, how, every round and the medians. */
public final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode tree = JSON.createObjectNode();

  /** Begins the report of that program. */
  public Report(String program) {
    tree.put("program", program);
    tree.put("began", Instant.now().toString());
    var system = ManagementFactory.getOperatingSystemMXBean();
    tree.putObject("machine")
        .put("processors", system.getAvailableProcessors())
        .put("system", system.getName() + " " + system.getVersion())
        .put("java", Runtime.version().toString())
        .put("loadAverageBefore", system.getSystemLoadAverage());
  }

  /** Adds a setting or a figure of the whole run. */
  public Report with(String name, double value) {
    tree.put(name, value);
    return this;
  }

  /** Adds the peers. */
  public Report with(List<Series> peers) {
    var list = tree.putArray("peers");
    for (Series peer : peers) {
      ObjectNode one = list.addObject().put("name", peer.name());
      add(one.putObject("median"), peer.median());
      var rounds = one.putArray("rounds");
      peer.rounds().forEach(round -> add(rounds.addObject(), round));
    }
    return this;
  }

  private static void add(ObjectNode to, Sample sample) {
    to.put("perSecond", sample.perSecond())
        .put("p50Millis", sample.p50Millis())
        .put("p99Millis", sample.p99Millis());
    sample
        .cost()
        .ifPresent(
            cost ->
                to.put("cpuMillisPerThousand", cost.cpuMillisPerThousand())
                    .put("residentMib", cost.residentMib()));
  }

  /** Writes it, and says where. */
  public void write(Path file) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) Files.createDirectories(parent);
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
