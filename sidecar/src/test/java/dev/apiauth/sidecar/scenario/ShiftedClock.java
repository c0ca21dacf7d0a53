package dev.apiauth.sidecar.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, put forward at will: what ends in five minutes need not be waited for. */
public final class ShiftedClock implements InstantSource {

  private volatile Duration lead = Duration.ZERO;

  /** Shows a time that much later than the system's from now on. */
  public void putForwardBy(Duration time) {
    lead = time;
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(lead);
  }
}
