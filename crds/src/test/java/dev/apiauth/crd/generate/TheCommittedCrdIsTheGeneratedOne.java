package dev.apiauth.crd.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TheCommittedCrdIsTheGeneratedOne {

  @Test
  void soThatTheFileSaysWhatTheRecordsSay() throws IOException {
    assertThat(CommittedCrd.text())
        .as("run `mvn -q -pl crds -am process-classes -Dcrds=write` and commit what it writes")
        .isEqualTo(GenerateCrds.yaml(Checkout.root()));
  }

  @Test
  void andGeneratingTwiceGivesTheSameBytes() throws IOException {
    assertThat(GenerateCrds.yaml(Checkout.root())).isEqualTo(GenerateCrds.yaml(Checkout.root()));
  }
}
