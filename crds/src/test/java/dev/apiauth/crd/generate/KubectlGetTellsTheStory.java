package dev.apiauth.crd.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class KubectlGetTellsTheStory {

  @Test
  void fromWhatIsWantedToWhyItIsNotSo() throws IOException {
    assertThat(CommittedCrd.columns(PublishedKind.POLICY))
        .containsExactly(
            "Product",
            "Mode",
            "Ready",
            "Pods",
            "Policy",
            "Reason",
            "Age",
            "Target",
            "Protected",
            "Providers",
            "Message");
  }

  @Test
  void andOfATokenWhoseItIsAndHowLong() throws IOException {
    assertThat(CommittedCrd.columns(PublishedKind.TOKEN))
        .containsExactly(
            "User", "Policy", "Expires", "Ready", "Reason", "Age", "Id", "Secret", "Message");
  }
}
