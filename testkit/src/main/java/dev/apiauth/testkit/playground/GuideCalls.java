package dev.apiauth.testkit.playground;

import static dev.apiauth.testkit.playground.Example.BITBUCKET;
import static dev.apiauth.testkit.playground.Example.CONFLUENCE;
import static dev.apiauth.testkit.playground.Example.JIRA;

import dev.apiauth.testkit.idp.KeycloakPerson;
import dev.apiauth.testkit.scenario.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The guide's calls: what must work, as whom, and what must not. */
public final class GuideCalls {

  private static final String PROJECTS = "/rest/api/2/project";
  private static final String CONTENT = "/confluence/rest/api/content/";
  private static final String PULL_REQUESTS = "/rest/api/1.0/dashboard/pull-requests";

  private static final String PAGE =
      """
      {"type": "page", "title": "Made by the quickstart", "space": {"key": "ds"},
       "body": {"storage": {"value": "<p>Hello</p>", "representation": "storage"}}}\
      """;

  /** The id of the content itself, the first member of its bean. */
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"?([0-9]+)");

  private final Stage stage;
  private final String alice;

  public GuideCalls(Stage stage) {
    this.stage = stage;
    this.alice = stage.company().tokenByAuthorizationCode("alice");
  }

  /** A person's password, the same in Keycloak and in the products. It protects nothing. */
  public static String passwordOf(String name) {
    return KeycloakPerson.named(name).password();
  }

  /** Makes all of them, one after the other. */
  public List<Row> make() {
    var rows = new ArrayList<Row>();
    allowed().forEach(attempt -> rows.add(attempt.make()));
    rows.addAll(lifeOfAPage());
    refused().forEach(attempt -> rows.add(attempt.make()));
    return rows;
  }

  private List<Attempt> allowed() {
    var company = stage.company();
    return List.of(
        get(JIRA, PROJECTS, "alice, authorization code", Expected.as("alice", 200), bearer(alice)),
        get(CONFLUENCE, CONTENT, "alice", Expected.as("alice", 200), bearer(alice)),
        get(BITBUCKET, PULL_REQUESTS, "alice", Expected.as("alice", 200), bearer(alice)),
        get(
            JIRA,
            PROJECTS,
            "ci-bot, client credentials",
            Expected.as("svc-ci", 200),
            bearer(company.tokenOfClient("ci-bot"))));
  }

  private List<Row> lifeOfAPage() {
    Row created = writing("POST " + CONTENT, 200, client -> client.post(CONTENT, PAGE)).make();
    var id = ID.matcher(created.body());
    if (!id.find()) return List.of(created);
    String page = CONTENT + id.group(1);
    return List.of(
        created, writing("DELETE " + CONTENT + "{id}", 204, client -> client.delete(page)).make());
  }

  private Attempt writing(String what, int status, Function<Client, Client.Call> call) {
    return new Attempt(
        stage.of(CONFLUENCE),
        what,
        "alice",
        Expected.as("alice", status),
        call.andThen(bearer(alice)));
  }

  private List<Attempt> refused() {
    var company = stage.company();
    String ownToken = stage.of(JIRA).ownTokenOf("alice");
    return List.of(
        refused("nobody", 401, call -> call),
        refused("alice, a token that was tampered with", 401, bearer(tampered(alice))),
        refused("alice, her ID token", 401, bearer(company.idTokenOf("alice"))),
        refused(
            "alice, a token for another service",
            401,
            bearer(company.tokenOf("alice", "other-app"))),
        refused(
            "alice, a token of another issuer", 401, bearer(stage.strangers().tokenOf("alice"))),
        refused("alice, Jira's own access token", 401, bearer(ownToken)),
        outsider(Expected.refused(403)),
        withPassword(Expected.refused(403)));
  }

  private Attempt refused(String who, int status, UnaryOperator<Client.Call> credential) {
    return get(JIRA, PROJECTS, who, Expected.refused(status), credential);
  }

  /** Alice asks Jira for its projects, with her token. */
  public Attempt withToken(Expected expected) {
    return get(JIRA, PROJECTS, "alice, token", expected, bearer(alice));
  }

  /** Bob, who is in no group, asks Jira for its projects, with his token. */
  public Attempt outsider(Expected expected) {
    return get(
        JIRA, PROJECTS, "bob, in no group", expected, bearer(stage.company().tokenOf("bob")));
  }

  /** Alice asks Jira for its projects, with her password. */
  public Attempt withPassword(Expected expected) {
    return get(
        JIRA,
        PROJECTS,
        "alice, user name and password (Basic)",
        expected,
        call -> call.basic("alice", passwordOf("alice")));
  }

  private Attempt get(
      Example example,
      String path,
      String who,
      Expected expected,
      UnaryOperator<Client.Call> credential) {
    return new Attempt(
        stage.of(example),
        "GET " + path,
        who,
        expected,
        client -> credential.apply(client.get(path)));
  }

  private static UnaryOperator<Client.Call> bearer(String token) {
    return call -> call.bearer(token);
  }

  /** Another character in the middle of the payload. */
  private static String tampered(String token) {
    int at = (token.indexOf('.') + token.lastIndexOf('.')) / 2;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }
}
