package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.playground.Conclusion;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.playground.WorkFolder;
import java.time.Duration;
import java.util.List;

/**
 * {@code ./quickstart --provider NAME}: one provider's tokens in front of one Jira, without a
 * cluster, by the resource in {@code examples/providers}.
 *
 * <p>Exit code 0: every call came to what it must; 1: one did not, or something did not start; 2:
 * no preset has that name.
 */
public final class ProviderPlayground {

  private final ProviderOptions options;
  private final Screen screen;

  private ProviderPlayground(ProviderOptions options, Screen screen) {
    this.options = options;
    this.screen = screen;
  }

  /** Runs one in this process: {@code CHECKOUT CLASSPATH_FILE NAME [--keep]}. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), Screen.ofProcess()));
  }

  /**
   * Runs one and answers its exit code.
   *
   * @param arguments the checkout, a file with the sidecar's class path, and the provider's name
   */
  public static int run(List<String> arguments, Screen screen) {
    try {
      return play(ProviderOptions.parse(arguments), screen);
    } catch (IllegalArgumentException e) {
      screen.line(String.valueOf(e.getMessage()));
      return 2;
    }
  }

  private static int play(ProviderOptions options, Screen screen) {
    try {
      return new ProviderPlayground(options, screen).play();
    } catch (RuntimeException e) {
      screen.failed(Conclusion.causeOf(e));
      return 1;
    }
  }

  private int play() {
    long start = System.nanoTime();
    screen.title("Starting, on loopback alone");
    try (var folder = WorkFolder.in(options.checkout());
        var stage = new ProviderStage(options, folder.path(), screen)) {
      List<Row> rows = new ProviderStory(stage, screen).tell();
      int exit = Conclusion.of(rows, Duration.ofNanos(System.nanoTime() - start), screen);
      stayIfAsked(stage);
      return exit;
    }
  }

  private void stayIfAsked(ProviderStage stage) {
    switch (options.ending()) {
      case AT_ONCE ->
          screen.line(
              "To try it yourself: ./quickstart --provider %s --keep"
                  .formatted(options.provider().page()));
      case WHEN_INTERRUPTED -> {
        screen.line(new ProviderThingsToTry(stage, options.checkout()).lines());
        Conclusion.awaitInterruption(stage::close);
      }
    }
  }
}
