package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.playground.Conclusion;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Judged;
import dev.apiauth.testkit.playground.ResultTable;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.playground.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./quickstart}: the main job in a cluster. A resource is applied, the operator renders it
 * and has the sidecar injected, tokens of a real identity provider are decided, API tokens are
 * issued for calls and git, edits take effect without a restart, and Shadow says who would be
 * refused.
 *
 * <p>Exit code 0: every call came to what it must; 1: one did not, or something did not start.
 */
public final class ClusterPlayground {

  private final ClusterOptions options;
  private final Screen screen;

  private ClusterPlayground(ClusterOptions options, Screen screen) {
    this.options = options;
    this.screen = screen;
  }

  /** Runs one in this process; see {@link ClusterOptions#parse} for the arguments. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  /**
   * Runs one and answers its exit code.
   *
   * @param arguments the checkout, and files with the class paths of operator, sidecar and command
   *     line
   */
  public static int run(List<String> arguments) {
    Screen screen = Screen.ofProcess();
    try {
      return new ClusterPlayground(ClusterOptions.parse(arguments), screen).play();
    } catch (RuntimeException e) {
      screen.failed(Conclusion.causeOf(e));
      return 1;
    }
  }

  private int play() {
    try (var folder = WorkFolder.in(options.checkout())) {
      int exit = playIn(folder.path());
      if (exit != 0) screen.line("The logs stay in " + folder.path() + " until the next run.");
      return exit;
    }
  }

  private int playIn(Path folder) {
    screen.title("Starting, on this machine alone (the first time on a machine: minutes more)");
    try (var interruption = new Interruption(screen)) {
      try (var parts = new Parts()) {
        return playWith(parts, folder);
      } catch (RuntimeException e) {
        if (!interruption.came()) screen.failed(Conclusion.causeOf(e));
        return 1;
      }
    }
  }

  private int playWith(Parts parts, Path folder) {
    long start = System.nanoTime();
    var stage = new ClusterStage(options, folder, screen, parts);
    List<Judged> rows = show(stage, folder);
    int exit = Conclusion.of(rows, Duration.ofNanos(System.nanoTime() - start), screen);
    stayIfAsked(stage);
    return exit;
  }

  private List<Judged> show(ClusterStage stage, Path folder) {
    var calls = new GuideCalls(stage);

    screen.title("kubectl get atlassianapiauths -n " + Desk.NAMESPACE);
    screen.line(stage.desk().overview());

    screen.title("The guide's calls, through the injected sidecars");
    List<Row> made = calls.make();
    new ResultTable(made).print(screen);

    var rows = new ArrayList<Judged>(made);
    rows.addAll(new IssuedTokens(stage, folder.resolve("git"), screen).make());

    screen.title("Edits of the resource, with the time until they were in force");
    rows.addAll(new ClusterEdits(stage.desk(), calls, screen).make());

    screen.title("Who would be refused: one edit to Shadow, a report, one edit back");
    rows.addAll(new ShadowTrial(stage, calls, screen).make());
    return rows;
  }

  private void stayIfAsked(ClusterStage stage) {
    switch (options.ending()) {
      case AT_ONCE -> screen.line("To try it yourself: ./quickstart --keep");
      case WHEN_INTERRUPTED -> {
        new ClusterThingsToTry(stage, options.checkout()).print(screen);
        Conclusion.awaitInterruption();
      }
    }
  }
}
