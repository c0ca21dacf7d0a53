package dev.apiauth.crd.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheCommittedCrdIsTheGeneratedOne {

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void soThatTheFileSaysWhatTheRecordsSay(PublishedKind kind) throws IOException {
    assertThat(CommittedCrd.text(kind))
        .as("run `mvn -q -pl crds -am process-classes -Dcrds=write` and commit what it writes")
        .isEqualTo(GenerateCrds.yaml(kind, Checkout.root()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void andGeneratingTwiceGivesTheSameBytes(PublishedKind kind) throws IOException {
    assertThat(GenerateCrds.yaml(kind, Checkout.root()))
        .isEqualTo(GenerateCrds.yaml(kind, Checkout.root()));
  }

  static List<PublishedKind> kinds() {
    return PublishedKind.ALL;
  }
}
