package dev.apiauth.bench.large;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.bench.party.BenchFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ALargePolicyTakesTheWholeWay {

  @TempDir private Path folder;

  @Test
  void partByPart() {
    assertThat(LargeResource.of(20).takenIntoForce(folder).millis())
        .containsOnlyKeys("checked", "resolved", "rendered", "loaded", "together");
    assertThat(folder).isDirectoryContaining("glob:**manifest.json");
  }

  /** Figures of a refusal would be no figures. */
  @Test
  void beyondTheLimitItSaysWhatTheResourceSays() {
    assertThatThrownBy(() -> LargeResource.of(1_025).takenIntoForce(folder))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("spec.access.groups.allow")
        .hasMessageContaining("1024");
  }
}
