package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.kube.tool.ToolResult;
import dev.apiauth.testkit.playground.Attempt;
import dev.apiauth.testkit.playground.EditLog;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.playground.Screen;
import java.time.Duration;
import java.util.List;

/** Edits of Jira's resource while its pod runs: each takes effect without a restart. */
final class ClusterEdits {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Desk desk;
  private final EditedFile jira;
  private final GuideCalls calls;
  private final EditLog log;

  ClusterEdits(Desk desk, GuideCalls calls, Screen screen) {
    this.desk = desk;
    this.jira = desk.resource(Example.JIRA);
    this.calls = calls;
    this.log = new EditLog(screen, PATIENCE);
  }

  /** Makes them all, shows them, and returns what came of the last call after each. */
  List<Row> make() {
    String example = jira.text();
    jira.replace("[jira-api-users]", "[jira-admins]");
    edit("groups.allow: [jira-admins]", calls.withToken(Expected.refused(403)));
    jira.write(
        example
            .replace("{basic: Deny}", "{basic: Allow}")
            .replace("allow: [jira-api-users]", "allow: [\"*\"]"));
    edit("basic: Allow, groups.allow: [\"*\"]", calls.withPassword(Expected.as("alice", 200)));
    misspell();
    nameNoProduct();
    jira.write(example);
    edit("the example as it was", calls.withPassword(Expected.refused(403)));
    return log.rows();
  }

  /** The API server refuses it, and says what it is. */
  private void misspell() {
    String before = jira.text();
    jira.replace("{basic: Allow}", "{basci: Allow}");
    ToolResult refused = desk.tryToApplyResource(Example.JIRA);
    log.unchanged(
        "a typo (basci: Allow) changes nothing",
        calls.withPassword(Expected.as("alice", 200)),
        "kubectl: " + complaint(refused.stderr()));
    jira.write(before);
  }

  /** The schema lets it pass; the operator says what it is, and goes on with the last good spec. */
  private void nameNoProduct() {
    jira.replace("preset: Keycloak", "preset: Keycloack");
    desk.applyResource(Example.JIRA);
    String message = desk.awaitComplaint(Example.JIRA);
    log.unchanged(
        "a preset that there is not (Keycloack) changes nothing",
        calls.withPassword(Expected.as("alice", 200)),
        "Accepted=False: " + firstLine(message));
  }

  /** Without the whole resource, which kubectl repeats before it comes to the point. */
  private static String complaint(String stderr) {
    int point = stderr.indexOf("strict decoding error");
    return firstLine(stderr.substring(Math.max(point, 0)));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private void edit(String what, Attempt attempt) {
    log.edit(what, () -> desk.applyResource(Example.JIRA), attempt);
  }
}
