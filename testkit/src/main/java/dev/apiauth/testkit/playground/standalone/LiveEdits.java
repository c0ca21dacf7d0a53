package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.playground.EditLog;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.playground.Screen;
import java.time.Duration;
import java.util.List;

/** Edits of Jira's resource while its sidecar runs: each takes effect without a restart. */
final class LiveEdits {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final StandaloneStand jira;
  private final GuideCalls calls;
  private final EditLog log;

  LiveEdits(StandaloneStage stage, GuideCalls calls, Screen screen) {
    this.jira = stage.of(Example.JIRA);
    this.calls = calls;
    this.log = new EditLog(screen, PATIENCE);
  }

  /** Makes them all, shows them, and returns what came of the last call after each. */
  List<Row> make() {
    String example = jira.resource().text();
    log.edit(
        "groups.allow: [jira-admins]",
        () -> jira.resource().replace("[jira-api-users]", "[jira-admins]"),
        calls.withToken(Expected.refused(403)));
    log.edit(
        "basic: Allow, groups.allow: [\"*\"]",
        this::openUp,
        calls.withPassword(Expected.as("alice", 200)));
    misspell();
    log.edit(
        "the example as it was",
        () -> jira.resource().write(example),
        calls.withPassword(Expected.refused(403)));
    return log.rows();
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
    log.unchanged(
        "a typo (basci: Allow) changes nothing",
        calls.withPassword(Expected.as("alice", 200)),
        "the sidecar's log: " + why);
  }
}
