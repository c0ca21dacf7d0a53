package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.scenario.Client;
import java.util.List;
import java.util.function.Function;

/**
 * Calls to Jira with a read-only API token of svc-ci.
 *
 * @param jira the product
 * @param token the token's value
 */
public record ApiTokenCalls(Stand jira, String token) {

  private static final String PROJECTS = "/rest/api/2/project";
  private static final String ISSUES = "/rest/api/2/issue";

  /** Reads, with the token as Bearer. */
  public Attempt asBearer() {
    return attempt(
        "GET " + PROJECTS,
        "svc-ci, API token",
        Expected.as("svc-ci", 200),
        client -> client.get(PROJECTS).bearer(token));
  }

  /** What else must work, and what must not. */
  public List<Attempt> others() {
    return List.of(
        attempt(
            "GET " + PROJECTS,
            "svc-ci, API token as the password of Basic",
            Expected.as("svc-ci", 200),
            client -> client.get(PROJECTS).basic("anything", token)),
        attempt(
            "POST " + ISSUES,
            "svc-ci, API token, which is read-only",
            Expected.refused(403),
            client -> client.post(ISSUES, "{}").bearer(token)),
        attempt(
            "GET " + PROJECTS,
            "svc-ci, API token without its last character",
            Expected.refused(401),
            client -> client.get(PROJECTS).bearer(token.substring(0, token.length() - 1))));
  }

  private Attempt attempt(
      String what, String who, Expected expected, Function<Client, Client.Call> call) {
    return new Attempt(jira, what, who, expected, call);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ApiTokenCalls[" + jira.example() + "]";
  }
}
