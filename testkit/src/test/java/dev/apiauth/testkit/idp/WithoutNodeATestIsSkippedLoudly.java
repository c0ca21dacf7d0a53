package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class WithoutNodeATestIsSkippedLoudly {

  @TempDir private Path bin;

  @Test
  void andSaysWhatToInstall() throws IOException {
    executable("node");

    assertThatThrownBy(() -> NodePrograms.on(bin.toString()))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageStartingWith("SKIPPED: there is no npm on the search path (install Node.js 20");
  }

  @Test
  void withItBothAreFound() throws IOException {
    var node = executable("node");
    var npm = executable("npm");

    assertThat(NodePrograms.on("/nowhere:" + bin)).isEqualTo(new NodePrograms(node, npm));
  }

  private Path executable(String name) throws IOException {
    var file = Files.createFile(bin.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
