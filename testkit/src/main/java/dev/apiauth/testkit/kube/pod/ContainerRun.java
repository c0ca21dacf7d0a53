package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.pod.ContainerPhase.Progress;
import dev.apiauth.testkit.kube.pod.ProbeLoop.Verdict;
import dev.apiauth.testkit.process.ProcessWarden;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One process of a container, from its start to its end, and the probes that watch it. */
final class ContainerRun {

  private final Process process;
  private final Launch launch;
  private final Checks checks;
  private final Consumer<Progress> progress;
  private final ProcessWarden warden;
  private final Ending over = new Ending();

  private ContainerRun(
      Process process,
      Launch launch,
      Checks checks,
      Consumer<Progress> progress,
      ProcessWarden warden) {
    this.process = process;
    this.launch = launch;
    this.checks = checks;
    this.progress = progress;
    this.warden = warden;
  }

  /**
   * Starts it.
   *
   * @param progress is told how far it is, from other threads
   * @param log is appended to
   */
  static ContainerRun start(
      Launch launch, Checks checks, Path log, Consumer<Progress> progress, ProcessWarden warden)
      throws IOException {
    var process =
        launch
            .process(launch.command())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    warden.watch(process);
    process.getOutputStream().close();
    return new ContainerRun(process, launch, checks, progress, warden);
  }

  /** Starts the probes. */
  void watch() {
    var startup = checks.container().spec().getStartupProbe();
    if (startup == null) {
      watchFromStart();
    } else {
      var passed = new Ending();
      loop(startup, passed, verdict -> judgedStartup(verdict, passed));
    }
  }

  private void judgedStartup(Verdict verdict, Ending passed) {
    passed.announce();
    switch (verdict) {
      case GOOD -> watchFromStart();
      case BAD -> end(grace());
    }
  }

  private void watchFromStart() {
    var readiness = Optional.ofNullable(checks.container().spec().getReadinessProbe());
    progress.accept(readiness.isPresent() ? Progress.UNREADY : Progress.READY);
    readiness.ifPresent(probe -> loop(probe, over, this::judgedReadiness));
    Optional.ofNullable(checks.container().spec().getLivenessProbe())
        .ifPresent(probe -> loop(probe, over, this::judgedLiveness));
  }

  private void judgedReadiness(Verdict verdict) {
    progress.accept(verdict == Verdict.GOOD ? Progress.READY : Progress.UNREADY);
  }

  private void judgedLiveness(Verdict verdict) {
    if (verdict == Verdict.BAD) end(grace());
  }

  private void loop(Probe probe, Ending until, ProbeLoop.Listener listener) {
    var loop = new ProbeLoop(probe, checks.of(probe), until, listener);
    Thread.ofVirtual().name("probe " + checks.container().name()).start(loop::run);
  }

  /** For a container that its probes end; the pod's own grace period is not known here. */
  private static Duration grace() {
    return Duration.ofSeconds(10);
  }

  /** Waits for its end; its exit code, 128 and the number for a signal. */
  int awaitEnd() {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      ProcessEnd.kill(process);
      return process.exitValue();
    } finally {
      warden.forget(process);
      over.announce();
    }
  }

  /** SIGTERM, and SIGKILL after {@code grace}; returns when it is gone. */
  void end(Duration grace) {
    ProcessEnd.ask(process, grace);
  }

  RunningProcess process() {
    return new RunningProcess(
        checks.container().name(), process.pid(), launch.command(), launch.environment());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Checks checks() {
    return checks;
  }
}
