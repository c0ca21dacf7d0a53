package dev.apiauth.testkit.kube.pod;

import java.time.Duration;

/** Ends a process and all that it started. */
final class ProcessEnd {

  private ProcessEnd() {}

  /** SIGTERM to the process, SIGKILL after {@code grace}; its children are killed with it. */
  static void ask(Process process, Duration grace) {
    var children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(grace)) process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** SIGKILL. */
  static void kill(Process process) {
    process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
