package dev.apiauth.operator.admission;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many reviews be worked on at once, since each may take many times the memory of its
 * body. The others wait, but not longer than the API server does.
 */
public final class ReviewGate {

  /** The webhook's time-out is five seconds. */
  static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Reviewer reviewer;
  private final Semaphore places;
  private final Duration patience;

  /**
   * A gate before a reviewer.
   *
   * @param places how many reviews may be worked on at once
   */
  public ReviewGate(Reviewer reviewer, int places) {
    this(reviewer, places, PATIENCE);
  }

  ReviewGate(Reviewer reviewer, int places, Duration patience) {
    this.reviewer = reviewer;
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  ReviewAnswer review(byte[] body) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return new ReviewAnswer.Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ReviewAnswer.Busy();
    }
    try {
      return reviewer.review(body);
    } finally {
      places.release();
    }
  }
}
