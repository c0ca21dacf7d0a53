package dev.apiauth.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One slow round must not decide what a table says. */
class TheTableShowsMedians {

  private static final Series NGINX =
      new Series("nginx", List.of(sample(10), sample(16), sample(500)));
  private static final Series OURS = new Series("ours", List.of(sample(20), sample(28)));
  private static final Series DIRECT =
      new Series("direct", List.of(new Sample(60_000, 1, 2, Optional.empty())));

  @Test
  void eachFigureIsTheMedianOfItsRounds() {
    assertThat(Table.of(List.of(DIRECT, NGINX, OURS), "nginx"))
        .contains("| direct | 60000 | 1.00 | 2.00 | - | - | - |")
        .contains("| nginx | 1000 | 1.60 | 2.00 | 16.0 | 1.00 | 90 |")
        .contains("| ours | 1000 | 2.40 | 2.00 | 24.0 | 1.50 | 90 |");
  }

  @Test
  void withoutTheYardstickThereIsNoRatio() {
    assertThat(Table.of(List.of(OURS), "nginx")).contains("| 24.0 | - | 90 |");
  }

  private static Sample sample(double cpu) {
    return new Sample(1_000, cpu / 10, 2, Optional.of(new Sample.Cost(cpu, 90)));
  }
}
