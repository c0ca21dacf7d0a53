package dev.apiauth.sidecar.reload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Remembers what a reloader told. */
final class Recorder implements ReloadListener<Long> {

  final List<Long> accepted = Collections.synchronizedList(new ArrayList<>());
  final List<String> rejected = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void accepted(ActivePolicy<Long> active) {
    accepted.add(active.policy());
  }

  @Override
  public void rejected(Rejection rejection) {
    rejected.add(rejection.why());
  }

  /** Waits until that is true, for ten seconds at most. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("did not come true in ten seconds");
      LockSupport.parkNanos(200_000);
    }
  }
}
