package dev.apiauth.e2e.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The images that the build made without a base image start with nothing but their own files, which
 * they cannot write, and not as root. Linux and root are needed to try it.
 */
class TheImagesNeedNothingBelowThem {

  private static final Path ROOT = Path.of(System.getProperty("apiauth.root"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"sidecar, apiauth-sidecar", "operator, apiauth-operator"})
  void theyRunAsNobodyInParticularAndSayWhatTheyTake(String module, String name) throws Exception {
    UnpackedImage image = unpack(module);

    Process help = image.start(List.of("--help"));

    assertThat(help.inputReader().readAllAsString()).startsWith("Usage: " + name);
    assertThat(help.waitFor()).isZero();
    assertThat(image.user()).isEqualTo("65532:65532");
  }

  @Test
  void theSidecarServesFromAReadOnlyRoot() throws Exception {
    UnpackedImage image = unpack("sidecar");
    copyExamples(image.root());

    Process sidecar =
        image.start(
            List.of(
                "--resource=/jwt-inline-keys.yaml",
                "--secrets=/secrets",
                "--listen=127.0.0.1:0",
                "--probes=127.0.0.1:0",
                "--drain=0"));
    try {
      assertThat(lineWith("clients are served at port", sidecar)).contains("probes at port");
    } finally {
      sidecar.destroy();
      assertThat(sidecar.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private UnpackedImage unpack(String module) throws IOException, InterruptedException {
    Path tar = ROOT.resolve(module).resolve("target").resolve("apiauth-" + module + ".tar");
    assumeTrue(Files.exists(tar), "no image to try: `mvn package` makes " + tar.getFileName());
    assumeTrue(canIsolate(), "an image is only run as root on Linux");
    return UnpackedImage.of(tar, folder);
  }

  private static boolean canIsolate() throws IOException, InterruptedException {
    if (!System.getProperty("os.name").equals("Linux")) return false;
    return new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0;
  }

  private static void copyExamples(Path root) throws IOException {
    Path examples = ROOT.resolve("examples");
    Files.copy(examples.resolve("jwt-inline-keys.yaml"), root.resolve("jwt-inline-keys.yaml"));
    Path secrets = Files.createDirectory(root.resolve("secrets"));
    Files.copy(examples.resolve("secrets/pats.yaml"), secrets.resolve("pats.yaml"));
  }

  private static String lineWith(String words, Process process) throws Exception {
    return CompletableFuture.supplyAsync(
            () -> lines(process).filter(line -> line.contains(words)).findFirst().orElseThrow())
        .get(60, TimeUnit.SECONDS);
  }

  private static Stream<String> lines(Process process) {
    return process.inputReader().lines();
  }
}
