package dev.apiauth.testkit.playground.standalone;

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
 * {@code ./quickstart --standalone}: the main job without a cluster. A resource file, a sidecar in
 * front of a product, tokens of a real identity provider, API tokens for calls and git, and an edit
 * that takes effect at once.
 *
 * <p>Exit code 0: every call came to what it must; 1: one did not, or something did not start.
 */
public final class StandalonePlayground {

  private final StandaloneOptions options;
  private final Screen screen;

  StandalonePlayground(StandaloneOptions options, Screen screen) {
    this.options = options;
    this.screen = screen;
  }

  /** Runs one in this process; see {@link StandaloneOptions#parse} for the arguments. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  /**
   * Runs one and answers its exit code.
   *
   * @param arguments the checkout, and a file with the sidecar's class path
   */
  public static int run(List<String> arguments) {
    Screen screen = Screen.ofProcess();
    try {
      return new StandalonePlayground(StandaloneOptions.parse(arguments), screen).play();
    } catch (RuntimeException e) {
      screen.failed(e.toString());
      return 1;
    }
  }

  private int play() {
    long start = System.nanoTime();
    screen.title(
        "Starting, on 127.0.0.1 alone (Keycloak's first time on a machine: a minute more)");
    try (var folder = WorkFolder.in(options.checkout());
        var stage = new StandaloneStage(options, folder.path(), screen)) {
      List<Judged> rows = show(stage, folder.path());
      int exit = Conclusion.of(rows, Duration.ofNanos(System.nanoTime() - start), screen);
      stayIfAsked(stage);
      return exit;
    }
  }

  private List<Judged> show(StandaloneStage stage, Path folder) {
    var calls = new GuideCalls(stage);

    screen.title("The guide's calls, through the sidecars");
    List<Row> made = calls.make();
    new ResultTable(made).print(screen);

    var rows = new ArrayList<Judged>(made);
    rows.addAll(new TokensBySecret(stage, options.checkout(), folder, screen).make());

    screen.title("Edits of the resource, with the time until they were in force");
    rows.addAll(new LiveEdits(stage, calls, screen).make());
    return rows;
  }

  private void stayIfAsked(StandaloneStage stage) {
    switch (options.ending()) {
      case AT_ONCE -> screen.line("To try it yourself: ./quickstart --standalone --keep");
      case WHEN_INTERRUPTED -> {
        new ThingsToTry(stage, options.checkout()).print(screen);
        Conclusion.awaitInterruption(stage::close);
      }
    }
  }
}
