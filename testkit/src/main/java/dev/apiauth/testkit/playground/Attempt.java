package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.scenario.Client;
import java.util.function.Function;

/**
 * A call that can be made.
 *
 * @param stand the product and its sidecar
 * @param what the call in words
 * @param who the caller and the credential in words
 * @param expected what it must come to
 * @param call makes the call up
 */
public record Attempt(
    Stand stand, String what, String who, Expected expected, Function<Client, Client.Call> call) {

  /** Makes it, one at a time: what the product sees meanwhile is taken for this call's. */
  public Row make() {
    stand.product().forget();
    Client.Answer answer = call.apply(stand.client()).send();
    return new Row(this, answer.status(), stand.product().actedAs(), answer.body());
  }

  /** The same call with another expectation. */
  public Attempt expecting(Expected other) {
    return new Attempt(stand, what, who, other, call);
  }
}
