package dev.apiauth.bench.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The medians side by side, as a Markdown table. */
public final class Table {

  private static final String HEAD =
      """
      | peer | rps | p50 ms | p99 ms | CPU ms / 1k | x nginx | RSS MiB |
      |---|---|---|---|---|---|---|
      """;

  private Table() {}

  /**
   * A line for each peer.
   *
   * @param yardstick the peer whose CPU time the others' is a multiple of
   */
  public static String of(List<Series> peers, String yardstick) {
    Optional<Sample.Cost> unit =
        peers.stream()
            .filter(peer -> peer.name().equals(yardstick))
            .findFirst()
            .flatMap(peer -> peer.median().cost());
    var table = new StringBuilder(HEAD);
    peers.forEach(peer -> table.append(line(peer, unit)));
    return table.toString();
  }

  private static String line(Series peer, Optional<Sample.Cost> unit) {
    Sample median = peer.median();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.2f | %.2f | %s |%n",
        peer.name(),
        median.perSecond(),
        median.p50Millis(),
        median.p99Millis(),
        median.cost().map(cost -> cost(cost, unit)).orElse("- | - | -"));
  }

  private static String cost(Sample.Cost cost, Optional<Sample.Cost> unit) {
    String ratio =
        unit.map(one -> number(cost.cpuMillisPerThousand() / one.cpuMillisPerThousand()))
            .orElse("-");
    return String.format(
        Locale.ROOT, "%.1f | %s | %.0f", cost.cpuMillisPerThousand(), ratio, cost.residentMib());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
