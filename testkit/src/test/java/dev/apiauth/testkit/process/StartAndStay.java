package dev.apiauth.testkit.process;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts a process that would sleep on, says its number, and stays until it is killed. */
final class StartAndStay {

  private StartAndStay() {}

  public static void main(String[] arguments) throws InterruptedException {
    var directory = Path.of(arguments[0]);
    var command = Command.of(Path.of("/bin/sh"), directory, List.of("-c", "exec sleep 600"));
    var warden = ProcessWarden.over(directory);
    var process = ServerProcess.start("sleep", command, directory.resolve("log"), warden);
    System.out.println(process.pid());
    new CountDownLatch(1).await();
  }
}
