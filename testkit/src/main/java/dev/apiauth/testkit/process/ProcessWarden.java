package dev.apiauth.testkit.process;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends processes when this JVM is gone, however it went: a shell that reads from a pipe of ours and
 * kills what it was told of when the pipe breaks.
 *
 * <p>It then removes a directory of theirs too. What kills the whole process group or the machine
 * kills the shell first; nothing is promised then.
 */
public final class ProcessWarden implements AutoCloseable {

  /**
   * One line per change: {@code + PID} or {@code - PID}. Ctrl-C goes to the whole group: ignored.
   */
  private static final String SCRIPT =
      """
      trap '' HUP INT QUIT TERM
      pids=' '
      while read -r sign pid; do
        case $sign in
          +) pids="$pids$pid " ;;
          -) case $pids in *" $pid "*) pids="${pids%%" $pid "*} ${pids#*" $pid "}" ;; esac ;;
        esac
      done
      for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
      rm -rf -- "$1"
      """;

  private final Process shell;
  private final Writer pipe;

  private ProcessWarden(Process shell) {
    this.shell = shell;
    this.pipe = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.US_ASCII);
  }

  /**
   * Starts one.
   *
   * @param directory which is removed in the end, with all that is in it
   */
  public static ProcessWarden over(Path directory) {
    var words = new String[] {"/bin/sh", "-c", SCRIPT, "warden", directory.toString()};
    var builder = new ProcessBuilder(words).redirectOutput(Redirect.DISCARD);
    try {
      return new ProcessWarden(builder.redirectError(Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new UncheckedIOException("no /bin/sh to watch over processes", e);
    }
  }

  /** From now on that process does not outlive this JVM. */
  public void watch(Process process) {
    tell("+ " + process.pid());
  }

  /** That process has ended; its number may be another's soon. */
  public void forget(Process process) {
    tell("- " + process.pid());
  }

  /** Kills what is still watched and removes the directory. Waits until that is done. */
  @Override
  public void close() {
    try {
      pipe.close();
      shell.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void tell(String line) {
    try {
      pipe.write(line + "\n");
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the watching shell is gone", e);
    }
  }
}
