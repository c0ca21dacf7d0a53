package dev.apiauth.sidecar.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks F20 and F21. */
class TheLastGoodPolicyStays {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final ReloadTimes IMPATIENT =
      new ReloadTimes(
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(10),
          Duration.ofMillis(40));

  private final Recorder recorder = new Recorder();
  @TempDir Path directory = Path.of("");
  private Mount mount = new Mount(directory);
  private PolicyReloader<Long> reloader = reloader((set, hash) -> Policies.numberOf(set));

  @BeforeEach
  void mount() {
    mount = new Mount(directory);
    reloader = reloader((set, hash) -> Policies.numberOf(set));
  }

  @AfterEach
  void stop() {
    reloader.close();
  }

  private PolicyReloader<Long> reloader(BiFunction<PolicySet, PolicyHash, Long> compiler) {
    return reloader(compiler, IMPATIENT);
  }

  private PolicyReloader<Long> reloader(
      BiFunction<PolicySet, PolicyHash, Long> compiler, ReloadTimes times) {
    return new PolicyReloader<>(
        new RenderedDirectory(directory), compiler, () -> NOON, times, List.of(recorder));
  }

  @Test
  void aGoodPolicyIsInForceWhenTheStartReturns() {
    mount.swapTo(Policies.number(1));

    reloader.start();

    var active = reloader.active().orElseThrow();
    assertThat(active.policy()).isEqualTo(1);
    assertThat(active.loadedAt()).isEqualTo(NOON);
    assertThat(active.hash()).isEqualTo(new PolicyCodec().encode(Policies.number(1)).hash());
    assertThat(active.document().source().name()).isEqualTo("jira");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.apiauth.sidecar.reload.Mutations#fifty")
  void aBadSetChangesNothingAndIsReportedOnce(Mutation mutation) {
    mount.swapTo(Policies.number(1));
    reloader.start();

    mount.swapTo(mutation.files());

    Recorder.await(() -> !recorder.rejected.isEmpty());
    sleepOverTwoPolls();
    assertThat(recorder.rejected).hasSize(1);
    assertThat(recorder.rejected.getFirst()).doesNotContain("planted-token");
    assertThat(recorder.accepted).containsExactly(1L);
    assertThat(reloader.active().map(ActivePolicy::policy)).contains(1L);
    assertThat(reloader.lastRejection().map(Rejection::at)).contains(NOON);
  }

  @Test
  void afterABadSetAGoodOneIsTaken() {
    mount.swapTo(Policies.number(1));
    reloader.start();
    mount.swapTo(Mutations.fifty().getFirst().files());
    Recorder.await(() -> !recorder.rejected.isEmpty());

    mount.swapTo(Policies.number(2));

    Recorder.await(() -> recorder.accepted.size() == 2);
    assertThat(reloader.active().map(ActivePolicy::policy)).contains(2L);
  }

  @Test
  void goingBackToWhatIsInForceIsNoReload() {
    mount.swapTo(Policies.number(1));
    reloader.start();
    var before = reloader.active().orElseThrow();
    mount.swapTo(Mutations.fifty().getFirst().files());
    Recorder.await(() -> !recorder.rejected.isEmpty());

    mount.swapTo(Policies.number(1));
    sleepOverTwoPolls();

    assertThat(reloader.active().orElseThrow()).isSameAs(before);
    assertThat(recorder.accepted).containsExactly(1L);
  }

  @Test
  void withOnlyABadSetNothingIsInForce() {
    mount.swapTo(Mutations.fifty().getFirst().files());

    reloader.start();

    Recorder.await(() -> !recorder.rejected.isEmpty());
    assertThat(reloader.active()).isEmpty();
  }

  @Test
  void aDirectoryThatComesLaterIsFound() {
    Path later = directory.resolve("later");
    var late =
        new PolicyReloader<Long>(
            new RenderedDirectory(later),
            (set, hash) -> Policies.numberOf(set),
            () -> NOON,
            IMPATIENT,
            List.of(recorder));
    try (late) {
      late.start();
      Recorder.await(() -> !recorder.rejected.isEmpty());
      assertThat(late.active()).isEmpty();

      assertThat(later.toFile().mkdir()).isTrue();
      new Mount(later).replaceWith(Policies.number(3));

      Recorder.await(() -> late.active().isPresent());
    }
  }

  @Test
  void halfOfAChangeIsWaitedForAndNotReported() {
    mount.replaceWith(Policies.number(1));
    var patient = reloader((set, hash) -> Policies.numberOf(set), ReloadTimes.DEFAULT);
    patient.start();
    var next = new TreeMap<>(new PolicyCodec().encode(Policies.number(2)).files());
    byte[] manifest = next.remove("manifest.json");

    mount.replaceWith(next);
    sleep(200);
    mount.replaceWith(Map.of("manifest.json", manifest));

    Recorder.await(() -> recorder.accepted.size() == 2);
    patient.close();
    assertThat(recorder.rejected).isEmpty();
  }

  @Test
  void aSetThatDoesNotCompileIsRejected() {
    var strict =
        reloader(
            (set, hash) -> {
              if (Policies.numberOf(set) > 1) throw new IllegalArgumentException("planted-token-2");
              return 1L;
            });
    try (strict) {
      mount.swapTo(Policies.number(1));
      strict.start();

      mount.swapTo(Policies.number(2));

      Recorder.await(() -> !recorder.rejected.isEmpty());
      assertThat(recorder.rejected)
          .containsExactly("it cannot be read or compiled: IllegalArgumentException");
      assertThat(strict.active().map(ActivePolicy::policy)).contains(1L);
    }
  }

  @Test
  void withoutNoticesThePollFindsTheChange() {
    mount.swapTo(Policies.number(1));
    reloader.start();
    var real = Optional.of(directory.resolve("..data"));

    // Inside the directory that ..data leads to, where no notice comes from.
    new Mount(real.get()).replaceWith(Policies.number(2));

    Recorder.await(() -> recorder.accepted.contains(2L));
  }

  private static void sleepOverTwoPolls() {
    sleep(IMPATIENT.poll().toMillis() * 2 + 50);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
