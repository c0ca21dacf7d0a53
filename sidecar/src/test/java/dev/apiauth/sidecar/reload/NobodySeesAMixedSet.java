package dev.apiauth.sidecar.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.PolicySet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Check F20: a thousand changes while others read. */
@Timeout(120)
class NobodySeesAMixedSet {

  private static final int SWAPS = 1_000;

  private final Recorder recorder = new Recorder();
  @TempDir Path directory = Path.of("");

  @Test
  void byTheKubeletsLink() {
    swap(Mount::swapTo);
  }

  @Test
  void byRenamingFileAfterFile() {
    swap(Mount::replaceWith);
  }

  @Test
  void aChangeIsInForceWithinATenthOfASecond() {
    var mount = new Mount(directory);
    mount.swapTo(Policies.number(0));
    long slowest = 0;
    try (var reloader = reloader()) {
      reloader.start();
      for (long n = 1; n <= 50; n++) {
        long number = n;
        mount.swapTo(Policies.number(number));
        long start = System.nanoTime();
        Recorder.await(() -> isInForce(reloader, number));
        slowest = Math.max(slowest, System.nanoTime() - start);
      }
    }
    System.out.printf("slowest of 50 changes in force after %d ms%n", slowest / 1_000_000);
    assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
  }

  private void swap(BiConsumer<Mount, PolicySet> change) {
    var mount = new Mount(directory);
    change.accept(mount, Policies.number(0));
    try (var reloader = reloader()) {
      reloader.start();
      var reader = new Reader(reloader);
      var thread = Thread.ofPlatform().start(reader);
      for (int n = 1; n <= SWAPS; n++) {
        change.accept(mount, Policies.number(n));
        if (n % 25 == 0) pause();
      }
      Recorder.await(() -> isInForce(reloader, SWAPS));
      reader.stop(thread);
      assertThat(reader.wrong).hasValue(0);
    }
    assertThat(recorder.rejected).isEmpty();
    assertThat(recorder.accepted).isSorted().endsWith((long) SWAPS).hasSizeGreaterThan(10);
  }

  /** The compiler looks, too: halves of two policies would be rejected. */
  private PolicyReloader<Long> reloader() {
    return new PolicyReloader<>(
        new RenderedDirectory(directory),
        (set, hash) -> Policies.numberOf(set),
        InstantSource.system(),
        ReloadTimes.DEFAULT,
        List.of(recorder));
  }

  private static boolean isInForce(PolicyReloader<Long> reloader, long number) {
    return reloader.active().orElseThrow().policy() == number;
  }

  /** Longer than the debounce, so that some sets in between are read. */
  private static void pause() {
    try {
      Thread.sleep(40);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A request now and then: what it reads belongs together, and never goes back in time. */
  private static final class Reader implements Runnable {

    private final PolicyReloader<Long> reloader;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong wrong = new AtomicLong();

    Reader(PolicyReloader<Long> reloader) {
      this.reloader = reloader;
    }

    @Override
    public void run() {
      long last = 0;
      while (!stopped.get()) {
        var active = reloader.active().orElseThrow();
        if (active.policy() != active.document().source().generation()) wrong.incrementAndGet();
        if (active.policy() < last) wrong.incrementAndGet();
        last = active.policy();
        Thread.onSpinWait();
      }
    }

    void stop(Thread thread) {
      stopped.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
