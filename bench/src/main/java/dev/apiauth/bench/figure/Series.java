package dev.apiauth.bench.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All rounds of one peer.
 *
 * @param name of the peer
 * @param rounds in the order in which they were run
 */
public record Series(String name, List<Sample> rounds) {

  /** Keeps a copy of the rounds. */
  public Series {
    rounds = List.copyOf(rounds);
  }

  /** The median of each figure; of an even number of rounds the mean of the middle two. */
  public Sample median() {
    return new Sample(
        median(rounds, Sample::perSecond),
        median(rounds, Sample::p50Millis),
        median(rounds, Sample::p99Millis),
        medianCost());
  }

  private Optional<Sample.Cost> medianCost() {
    List<Sample.Cost> costs = rounds.stream().flatMap(round -> round.cost().stream()).toList();
    if (costs.isEmpty()) return Optional.empty();
    return Optional.of(
        new Sample.Cost(
            median(costs, Sample.Cost::cpuMillisPerThousand),
            median(costs, Sample.Cost::residentMib)));
  }

  private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) return Double.NaN;
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
