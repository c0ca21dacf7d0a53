package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.playground.EditLog;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.Judged;
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
    jira.replace("spec:\n", "spec:\n  mode: Shadow\n");
    log.edit("mode: Shadow", this::apply, calls.withPassword(Expected.as("alice", 200)));
    Report report = report();
    jira.write(example);
    log.edit("mode: Enforce again", this::apply, calls.withPassword(Expected.refused(403)));
    var rows = new ArrayList<Judged>(log.rows());
    rows.add(report);
    return rows;
  }

  private void apply() {
    stage.desk().applyResource(Example.JIRA);
  }

  private Report report() {
    String seen = recorded();
    var report =
        screen.step(
            "kubectl logs jira-0 -c apiauth-sidecar | ./apiauth report -f -",
            () -> new Report(stage.apiauth().run(seen, "report", "--file=-", "--top=5")));
    report.text().lines().forEach(line -> screen.line("       " + screen.style().faint(line)));
    if (!report.asExpected()) screen.failed("the report lacks alice's password");
    return report;
  }

  /** The log with the call in it: the sidecar writes a little after it has answered. */
  private String recorded() {
    for (int look = 0; look < LOOKS; look++) {
      String seen = stage.sidecarLog(Example.JIRA);
      if (seen.contains(RECORDED)) return seen;
      Pauses.pause(BETWEEN_LOOKS);
    }
    throw new IllegalStateException("the sidecar wrote nothing of a call in Shadow");
  }

  /**
   * What the command line says.
   *
   * @param text its table
   */
  private record Report(String text) implements Judged {

    @Override
    public boolean asExpected() {
      return text.lines()
          .anyMatch(
              line ->
                  line.contains("would-deny")
                      && line.contains("password_refused")
                      && line.contains("alice"));
    }
  }
}
