package dev.apiauth.testkit.playground.provider;

import dev.apiauth.testkit.playground.Attempt;
import dev.apiauth.testkit.playground.Expected;
import dev.apiauth.testkit.playground.Stand;
import dev.apiauth.testkit.scenario.Client;
import java.util.function.UnaryOperator;

/**
 * Somebody who calls with a credential, and what must come of it.
 *
 * @param who the caller and the credential in words
 * @param credential puts it into the call
 * @param expected what it must come to
 */
record Caller(String who, UnaryOperator<Client.Call> credential, Expected expected) {

  private static final String PROJECTS = "/rest/api/2/project";

  /** With a bearer token that is right. */
  static Caller welcome(String who, String token, String user) {
    return new Caller(who, call -> call.bearer(token), Expected.as(user, 200));
  }

  /** With a bearer token that is not. */
  static Caller refused(String who, String token, int status) {
    return new Caller(who, call -> call.bearer(token), Expected.refused(status));
  }

  /** Asks Jira for its projects. */
  Attempt at(Stand jira) {
    return new Attempt(
        jira, "GET " + PROJECTS, who, expected, client -> credential.apply(client.get(PROJECTS)));
  }
}
