package dev.apiauth.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.bench.party.BenchFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the script prints among wrk's own words is all that is read. */
class WrkSaysWhatItMeasured {

  @Test
  void figuresAreReadAndErrorsAreAdded() {
    String output =
        """
        Running 1s test @ http://127.0.0.1:8080
        measured {"requests":12,"micros":1000000,"p50Micros":900,"p99Micros":2000,"statusErrors":3,"socketErrors":1}
        """;

    assertThat(Measured.in(output)).isEqualTo(new Measured(12, 1_000_000, 900, 2_000, 3, 1));
    assertThat(Measured.in(output).errors()).isEqualTo(4);
  }

  @Test
  void silenceIsAFailure() {
    assertThatThrownBy(() -> Measured.in("unable to connect to 127.0.0.1:1 Connection refused"))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  void aPaceIsHeldByPauses() {
    var paced = new Load(16, Duration.ofSeconds(5), new Load.Pace.PerSecond(1_000));
    var hurried = new Load(16, Duration.ofSeconds(5), new Load.Pace.AsFastAsAnswered());

    assertThat(paced.meanPauseMillis()).isEqualTo(16);
    assertThat(hurried.meanPauseMillis()).isZero();
  }
}
