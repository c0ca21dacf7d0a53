package dev.apiauth.testkit.playground;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the playground tells what it does, a line per step with the seconds that it took.
 *
 * @param out where to
 * @param style how marks are shown
 */
public record Screen(PrintStream out, Style style) {

  /** How marks are shown. */
  public enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";

    public String good(String text) {
      return paint("\u001b[32m", text);
    }

    public String bad(String text) {
      return paint("\u001b[1;31m", text);
    }

    public String faint(String text) {
      return paint("\u001b[2m", text);
    }

    public String strong(String text) {
      return paint("\u001b[1m", text);
    }

    private String paint(String colour, String text) {
      return this == PLAIN ? text : colour + text + RESET;
    }
  }

  /** Standard output; coloured on a terminal, unless NO_COLOR is set (no-color.org). */
  public static Screen ofProcess() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    boolean colours = terminal && System.getenv("NO_COLOR") == null;
    return new Screen(System.out, colours ? Style.COLOURED : Style.PLAIN);
  }

  /** Does something, and says what it was and how long it took. */
  public <T> T step(String what, Supplier<T> doing) {
    long start = System.nanoTime();
    T made = doing.get();
    done(what, Duration.ofNanos(System.nanoTime() - start));
    return made;
  }

  /** Says that something is done. Steps that run at the same time may both call it. */
  public synchronized void done(String what, Duration time) {
    out.printf("  %s %s  %s%n", style.good("ok"), style.faint(seconds(time)), what);
  }

  /** Says how far a long step is, with the time since it began. */
  public synchronized void underWay(String what, Duration time) {
    out.printf("  .. %s  %s%n", style.faint(seconds(time)), style.faint(what));
  }

  public synchronized void failed(String what) {
    out.printf("  %s  %s%n", style.bad("NOT AS EXPECTED"), what);
  }

  public synchronized void title(String text) {
    out.printf("%n%s%n", style.strong(text));
  }

  public synchronized void line(String text) {
    out.println(text);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%6.2f s", time.toNanos() / 1e9);
  }
}
