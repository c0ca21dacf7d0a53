package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Installed;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.git.GitResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packs and large files stream both ways: a sidecar with 64 MiB of heap passes many times as much
 * and grows by less.
 *
 * <p>{@code -Dgit.mebibytes=1024} makes it a GiB each; every day it is a quarter of that, for most
 * of the time goes into git's own hashing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PacksPassWithFlatMemory {

  private static final int MEBIBYTES = Integer.getInteger("git.mebibytes", 256);
  private static final long MOST_GROWTH_KIB = 64 * 1024;

  private final StubCompany company = new StubCompany();
  private final Installed bitbucket =
      Hosting.of(company)
          .withProduct(product -> product.withRepository("ABC", "packs"))
          .withProduct(product -> product.withRepository("ABC", "files"))
          .install("-Xmx64m");

  @AfterAll
  void stop() {
    bitbucket.close();
    company.close();
  }

  @BeforeAll
  void warmUp(@TempDir Path folder) {
    var alice = alice(folder).withLargeFiles();
    alice.clone("work").orFail();
    alice.in("work", "lfs", "track", "*.bin").orFail();
    alice.commit("work", "warm.txt", Noise.text(1 << 20));
    alice.commit("work", "warm.bin", Noise.text(1 << 20)).push("work").orFail();
    alice.clone("again").orFail();
  }

  @Test
  void aPack(@TempDir Path folder) {
    var alice = alice(folder).on("packs");
    alice.clone("work").orFail();
    Noise.write(alice.folder().resolve("work/noise"), MEBIBYTES);
    alice.commitAll("work");

    passes("a pack pushed", () -> alice.push("work"));
    passes("a pack cloned", () -> alice.clone("again.git", "--bare"));

    assertThat(alice.in("again.git", "cat-file", "-s", "main:noise").orFail().strip())
        .isEqualTo(Long.toString((long) MEBIBYTES << 20));
  }

  @Test
  void aLargeFile(@TempDir Path folder) {
    var alice = alice(folder).withLargeFiles().on("files");
    alice.clone("work").orFail();
    alice.in("work", "lfs", "track", "*.bin").orFail();
    Noise.write(alice.folder().resolve("work/noise.bin"), MEBIBYTES);
    alice.commitAll("work");

    passes("a large file pushed", () -> alice.push("work"));
    passes("a large file cloned", () -> alice.clone("again"));

    assertThat(alice.folder().resolve("again/noise.bin")).hasSize((long) MEBIBYTES << 20);
  }

  private void passes(String what, Supplier<GitResult> work) {
    long before = bitbucket.sidecar().peakMemoryKib();
    GitResult result = work.get();
    result.orFail();
    long growth = bitbucket.sidecar().peakMemoryKib() - before;

    report(what, result.took(), growth);
    assertThat(growth).isLessThan(MOST_GROWTH_KIB);
  }

  private static void report(String what, Duration took, long growthKib) {
    System.out.printf(
        "%s: %d MiB in %.1f s, the sidecar grew by %d KiB%n",
        what, MEBIBYTES, took.toMillis() / 1000.0, growthKib);
  }

  /** Whose git neither compresses nor compares noise. */
  private Workplace alice(Path folder) {
    var alice = Workplace.in(folder, bitbucket.sidecar().address());
    alice.git().configure("core.compression", "0").configure("core.bigFileThreshold", "1m");
    return alice.withPassword("x", company.tokenOf("alice"));
  }
}
