package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.playground.ApiTokenCalls;
import dev.apiauth.testkit.playground.Attempt;
import dev.apiauth.testkit.playground.EditLog;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.GitCalls;
import dev.apiauth.testkit.playground.Judged;
import dev.apiauth.testkit.playground.ResultTable;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.playground.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** API tokens as resources, and what is done with their values: calls, and git. */
final class IssuedTokens {

  /** A read-only one of svc-ci, for Jira. */
  static final String NIGHTLY = "jira-nightly";

  /** Those for a repository: alice's, and a read-only one of svc-ci. */
  static final String PUSH = "site-push";

  static final String CLONE = "site-clone";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ClusterStage stage;
  private final Screen screen;
  private final Path clones;

  /**
   * @param clones where git works
   */
  IssuedTokens(ClusterStage stage, Path clones, Screen screen) {
    this.stage = stage;
    this.clones = clones;
    this.screen = screen;
  }

  /** Issues them, makes the calls, revokes one, and returns what came of them. */
  List<Judged> make() {
    screen.title("API tokens, as resources");
    issue();
    var rows = new ArrayList<Judged>(callsToJira());
    screen.title("git through Bitbucket's pod, an API token as its password");
    GitCalls.ifInstalled(stage.of(Example.BITBUCKET), clones, screen)
        .ifPresent(git -> rows.addAll(made(git)));
    return rows;
  }

  private void issue() {
    screen.step(
        "kubectl apply of examples/cluster/tokens/*.yaml, until they are Ready",
        () -> {
          stage.desk().applyTokens(Example.JIRA);
          stage.desk().applyTokens(Example.BITBUCKET);
          return stage.desk().awaitTokens();
        });
    screen.line(stage.desk().tokens().indent(7).stripTrailing());
  }

  private List<Judged> callsToJira() {
    var calls = new ApiTokenCalls(stage.of(Example.JIRA), stage.desk().valueOf(NIGHTLY));
    var rows = new ArrayList<Judged>(inForce(NIGHTLY, calls.asBearer()));
    var others = calls.others().stream().map(Attempt::make).toList();
    new ResultTable(others).print(screen);
    rows.addAll(others);
    rows.addAll(revoked(NIGHTLY, calls.asBearer().expecting(Expected.refused(401))));
    return rows;
  }

  private List<Judged> made(GitCalls git) {
    String push = stage.desk().valueOf(PUSH);
    String clone = stage.desk().valueOf(CLONE);
    var rows = new ArrayList<Judged>(inForce(PUSH, git.firstQuestion("alice", push)));
    rows.addAll(inForce(CLONE, git.firstQuestion("svc-ci", clone)));
    rows.addAll(git.make(push, clone));
    return rows;
  }

  private List<Row> inForce(String token, Attempt attempt) {
    return edited("the value in Secret %s-api-token".formatted(token), () -> {}, attempt);
  }

  private List<Row> revoked(String token, Attempt attempt) {
    return edited(
        "kubectl delete atlassianapitoken " + token,
        () -> stage.desk().deleteToken(token),
        attempt);
  }

  private List<Row> edited(String what, Runnable change, Attempt attempt) {
    var log = new EditLog(screen, PATIENCE);
    log.edit(what, change, attempt);
    return log.rows();
  }
}
