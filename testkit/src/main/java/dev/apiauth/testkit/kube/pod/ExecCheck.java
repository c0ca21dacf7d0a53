package dev.apiauth.testkit.kube.pod;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A command beside the container's process, in its network and with its variables. */
record ExecCheck(List<String> command, Launch launch) implements Check {

  @Override
  public boolean passesWithin(Duration time) {
    try {
      var process = launch.process(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      boolean ended = process.waitFor(time);
      if (!ended) ProcessEnd.kill(process);
      return ended && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
