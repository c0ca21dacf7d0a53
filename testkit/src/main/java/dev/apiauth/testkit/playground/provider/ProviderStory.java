package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.GuideCalls;
import dev.apiauth.testkit.playground.ResultTable;
import dev.apiauth.testkit.playground.Row;
import dev.apiauth.testkit.playground.Screen;
import java.util.ArrayList;
import java.util.List;

/**
 * What is shown: the resource, a token, and calls with what came of them.
 *
 * @param stage what runs
 * @param screen where it is told
 */
record ProviderStory(ProviderStage stage, Screen screen) {

  /** Tells it, and returns what came of the calls. */
  List<Row> tell() {
    showResource();
    showToken();
    return makeCalls();
  }

  private void showResource() {
    screen.title("The resource: " + stage.example().path());
    screen.line(indented(stage.example().text()));
    stage
        .secret()
        .ifPresent(
            secret -> {
              screen.title("The Secret that it names, for the client");
              screen.line(indented(secret.shown()));
            });
  }

  private void showToken() {
    screen.title("A token of alice");
    var token = new Shortened(stage.source().tokenOfAlice());
    screen.line("    " + token.value());
    token
        .payload()
        .ifPresent(payload -> screen.line("    a JWT, of which this is the payload: " + payload));
  }

  private List<Row> makeCalls() {
    screen.title("Calls, through the sidecar");
    List<Row> rows = callers().stream().map(caller -> caller.at(stage.jira()).make()).toList();
    new ResultTable(rows).print(screen);
    screen.title(stage.source().whatAnswers() + ".");
    return rows;
  }

  private List<Caller> callers() {
    var callers = new ArrayList<>(stage.source().callers());
    callers.add(new Caller("nobody", call -> call, Expected.refused(401)));
    callers.add(
        new Caller(
            "alice, user name and password (Basic)",
            call -> call.basic("alice", GuideCalls.passwordOf("alice")),
            Expected.refused(403)));
    return callers;
  }

  private static String indented(String text) {
    return text.indent(4).stripTrailing();
  }
}
