package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.playground.EditLog;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Judged;
import dev.apiauth.testkit.playground.ResultTable;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.process.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One edit to {@code mode: Shadow}: what would be refused passes, is recorded, and stands in the
 * report. One edit back.
 */
final class ShadowTrial {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int LOOKS = 100;
  private static final int CALLS = 2;
  private static final String RECORDED = "\"would-deny\"";

  private final ClusterStage stage;
  private final GuideCalls calls;
  private final Screen screen;
  private final EditLog log;

  ShadowTrial(ClusterStage stage, GuideCalls calls, Screen screen) {
    this.stage = stage;
    this.calls = calls;
    this.screen = screen;
    this.log = new EditLog(screen, PATIENCE);
  }

  /** Makes it, shows the report, and returns what came of calls and report. */
  List<Judged> make() {
    EditedFile jira = stage.desk().resource(Example.JIRA);
    String example = jira.text();
    int before = stage.sidecarLog(Example.JIRA).length();
    jira.replace("spec:\n", "spec:\n  mode: Shadow\n");
    log.edit("mode: Shadow", this::apply, calls.withPassword(Expected.as("alice", 200)));
    var outsider = calls.outsider(Expected.as("anonymous", 200)).make();
    new ResultTable(List.of(outsider)).print(screen);
    Report report = report(before);
    jira.write(example);
    log.edit("mode: Enforce again", this::apply, calls.withPassword(Expected.refused(403)));
    var rows = new ArrayList<Judged>(log.rows());
    rows.add(outsider);
    rows.add(report);
    return rows;
  }

  private void apply() {
    stage.desk().applyResource(Example.JIRA);
  }

  private Report report(int before) {
    String seen = recorded().substring(before);
    var report =
        screen.step(
            "the log of its sidecar since then | ./apiauth report -f -",
            () -> new Report(stage.apiauth().run(seen, "report", "--file=-", "--top=10")));
    report.text().lines().forEach(line -> screen.line("       " + screen.style().faint(line)));
    if (!report.asExpected()) screen.failed("the report lacks alice's password, or bob");
    return report;
  }

  /** The log with both calls in it: the sidecar writes a little after it has answered. */
  private String recorded() {
    for (int look = 0; look < LOOKS; look++) {
      String seen = stage.sidecarLog(Example.JIRA);
      if (seen.split(RECORDED, -1).length > CALLS) return seen;
      Pauses.pause(BETWEEN_LOOKS);
    }
    throw new IllegalStateException("the sidecar did not write down what it let pass in Shadow");
  }

  /**
   * What the command line says.
   *
   * @param text its table
   */
  private record Report(String text) implements Judged {

    @Override
    public boolean asExpected() {
      return tells("password_refused", "alice") && tells("groups_unknown", "bob");
    }

    private boolean tells(String reason, String user) {
      return text.lines()
          .anyMatch(
              line -> line.contains("would-deny  " + reason) && line.contains("  " + user + " "));
    }
  }
}
