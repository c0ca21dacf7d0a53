package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.process.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Edits that were made, each with the call that showed it and the time until it did. */
public final class EditLog {

  private static final Duration BETWEEN_CALLS = Duration.ofMillis(10);

  private final Screen screen;
  private final Duration patience;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Nothing was edited yet.
   *
   * @param patience how long an edit may take to be in force
   */
  public EditLog(Screen screen, Duration patience) {
    this.screen = screen;
    this.patience = patience;
  }

  /** What came of the last call after each edit. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Makes an edit, and the call until it comes to what it must. */
  public void edit(String what, Runnable change, Attempt attempt) {
    long start = System.nanoTime();
    change.run();
    Row row = attempt.make();
    while (!row.asExpected() && elapsed(start).compareTo(patience) < 0) {
      Pauses.pause(BETWEEN_CALLS);
      row = attempt.make();
    }
    show(what, row, elapsed(start));
  }

  /** After an edit that must change nothing: what the call comes to now, and who said what. */
  public void unchanged(String what, Attempt attempt, String said) {
    show(what, attempt.make(), Duration.ZERO);
    screen.line("       " + screen.style().faint(said));
  }

  private void show(String what, Row row, Duration time) {
    rows.add(row);
    String result =
        "%s -> %s: %d, the product %s"
            .formatted(what, row.attempt().who(), row.status(), row.product());
    if (row.asExpected()) screen.done(result, time);
    else screen.failed(result);
  }

  private static Duration elapsed(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
