package dev.apiauth.operator;

import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this replica is the one that writes. A replica that loses the lease does not get it
 * again: reconciliations may still run, so it ends.
 */
final class Leadership {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  private enum State {
    STANDING_BY,
    LEADING,
    LEAVING
  }

  private final Consumer<String> end;
  private volatile State state = State.STANDING_BY;

  /**
   * Begins on standby.
   *
   * @param end ends the operator, for a reason
   */
  Leadership(Consumer<String> end) {
    this.end = end;
  }

  boolean isLeading() {
    return state == State.LEADING;
  }

  /** From now on, losing the lease is no reason to end: that is under way. */
  void leave() {
    state = State.LEAVING;
  }

  LeaderCallbacks callbacks() {
    return new LeaderCallbacks(this::lead, this::lose, leader -> LOG.info("{} leads", leader));
  }

  private void lead() {
    if (state == State.STANDING_BY) state = State.LEADING;
  }

  private void lose() {
    if (state == State.LEADING) end.accept("the lease is lost; another replica writes now");
  }
}
