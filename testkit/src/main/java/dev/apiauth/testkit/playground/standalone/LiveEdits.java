package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.playground.Attempt;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.process.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Edits of Jira's resource while its sidecar runs: each takes effect without a restart. */
final class LiveEdits {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_CALLS = Duration.ofMillis(5);

  private final StandaloneStand jira;
  private final GuideCalls calls;
  private final Screen screen;
  private final List<Row> rows = new ArrayList<>();

  LiveEdits(StandaloneStage stage, GuideCalls calls, Screen screen) {
    this.jira = stage.of(Example.JIRA);
    this.calls = calls;
    this.screen = screen;
  }

  /** Makes them all, shows them, and returns what came of the last call after each. */
  List<Row> make() {
    String example = jira.resource().text();
    edit(
        "groups.allow: [jira-admins]",
        () -> jira.resource().replace("[jira-api-users]", "[jira-admins]"),
        calls.withToken(Expected.refused(403)));
    edit(
        "basic: Allow, groups.allow: [\"*\"]",
        this::openUp,
        calls.withPassword(Expected.as("alice", 200)));
    misspell();
    edit(
        "the example as it was",
        () -> jira.resource().write(example),
        calls.withPassword(Expected.refused(403)));
    return rows;
  }

  private void openUp() {
    String text = jira.resource().text();
    jira.resource()
        .write(
            text.replace("{basic: Deny}", "{basic: Allow}")
                .replace("allow: [jira-admins]", "allow: [\"*\"]"));
  }

  /** A typo must neither open nor close anything: the sidecar says what it is, and goes on. */
  private void misspell() {
    jira.resource().replace("{basic: Allow}", "{basci: Allow}");
    String why = jira.sidecar().awaitMessage("a policy is refused");
    Row row = calls.withPassword(Expected.as("alice", 200)).make();
    show("a typo (basci: Allow) changes nothing", row, Duration.ZERO);
    screen.line("       the sidecar's log: " + screen.style().faint(why));
  }

  private void edit(String what, Runnable change, Attempt attempt) {
    change.run();
    long start = System.nanoTime();
    Row row = attempt.make();
    while (!row.asExpected() && elapsed(start).compareTo(PATIENCE) < 0) {
      Pauses.pause(BETWEEN_CALLS);
      row = attempt.make();
    }
    show(what, row, elapsed(start));
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
