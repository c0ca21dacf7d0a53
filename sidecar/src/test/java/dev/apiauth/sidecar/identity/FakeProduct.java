package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers "who am I" from a table; can be made to keep everybody waiting. */
final class FakeProduct implements ProductProbe {

  /** The fake does not look at the policy. */
  @SuppressWarnings("NullAway")
  static final CompiledPolicy NO_POLICY = null;

  private final Map<String, String> owners = new HashMap<>();
  private final List<Promise<Void>> held = new ArrayList<>();
  private boolean holding;
  private boolean down;
  private int questions;

  void owner(String token, String user) {
    owners.put(token, user);
  }

  void disown(String token) {
    owners.remove(token);
  }

  void hold() {
    holding = true;
  }

  void release() {
    holding = false;
    held.forEach(Promise::complete);
  }

  void breakDown() {
    down = true;
  }

  int questions() {
    return questions;
  }

  @Override
  public Future<Outcome<Optional<String>>> whoAmI(Caller caller, CompiledPolicy policy) {
    questions++;
    if (down) return Future.succeededFuture(Outcome.refuse(Reason.PRODUCT_UNREACHABLE));
    String token = caller instanceof Caller.Token(String value) ? value : "";
    Promise<Void> turn = Promise.promise();
    if (holding) held.add(turn);
    else turn.complete();
    return turn.future().map(done -> Outcome.pass(Optional.ofNullable(owners.get(token))));
  }
}
