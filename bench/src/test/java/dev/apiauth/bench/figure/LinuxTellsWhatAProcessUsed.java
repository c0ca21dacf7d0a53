package dev.apiauth.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The figures that the table is made of, read as proc(5) writes them. */
class LinuxTellsWhatAProcessUsed {

  @Test
  void userAndSystemTimeAreAddedWhateverTheCommandIsCalled() {
    String stat = "42 (a) name (b)) S 1 42 42 0 -1 4194560 100 0 0 0 250 130 7 9 20 0 1 0 500 1 2";

    assertThat(ProcessFigures.cpuTimeIn(stat)).isEqualTo(Duration.ofMillis(3_800));
  }

  @Test
  void residentMemoryIsFoundAmongTheOthers() {
    String status = "Name:\tjava\nVmPeak:\t 900000 kB\nVmHWM:\t 130000 kB\nVmRSS:\t  123456 kB\n";

    assertThat(ProcessFigures.residentKibIn(status)).isEqualTo(123_456);
  }

  @Test
  void thisProcessHasUsedSomething() {
    var own = new ProcessFigures(ProcessHandle.current().pid());

    assertThat(own.cpuTime()).isPositive();
    assertThat(own.residentKib()).isGreaterThan(1_024);
  }
}
