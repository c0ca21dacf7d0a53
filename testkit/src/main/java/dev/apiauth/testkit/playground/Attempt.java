package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client;
import java.util.List;
import java.util.Set;
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
record Attempt(
    Stand stand, String what, String who, Expected expected, Function<Client, Client.Call> call) {

  /** What the sidecar asks for itself: who a token belongs to. */
  private static final Set<String> PROBES =
      Set.of("/plugins/servlet/applinks/whoami", "/rest/api/latest/application-properties");

  /** Makes it, one at a time: what the product sees meanwhile is taken for this call's. */
  Row make() {
    stand.product().forget();
    Client.Answer answer = call.apply(stand.client()).send();
    List<String> actedAs =
        stand.product().seen().stream()
            .filter(seen -> !isProbe(seen))
            .map(SeenRequest::actedAs)
            .toList();
    return new Row(this, answer.status(), actedAs, answer.body());
  }

  private boolean isProbe(SeenRequest seen) {
    return PROBES.stream().anyMatch(probe -> seen.requestUri().endsWith(probe));
  }

  /** The same call with another expectation. */
  Attempt expecting(Expected other) {
    return new Attempt(stand, what, who, other, call);
  }
}
