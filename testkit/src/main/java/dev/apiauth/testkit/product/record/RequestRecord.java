package dev.apiauth.testkit.product.record;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The latest requests, a bounded number of them, taken down without a lock.
 *
 * <p>Not guaranteed: that a list taken while requests arrive is complete in its last entries.
 */
public final class RequestRecord {

  private static final Duration END_OF_REQUEST = Duration.ofMillis(50);

  private final AtomicReferenceArray<Sighting> ring;
  private final AtomicLong arrived = new AtomicLong();
  private volatile long forgottenBefore;
  private volatile Consumer<SeenRequest> follower = seen -> {};

  /**
   * @param capacity number of requests kept; the oldest make room
   */
  public RequestRecord(int capacity) {
    ring = new AtomicReferenceArray<>(capacity);
  }

  /**
   * From now on that one is told of every request when it ends, on the request's own thread and
   * before the client can be sure of its answer's end.
   */
  public void follow(Consumer<SeenRequest> by) {
    follower = by;
  }

  void answered(Sighting sighting, int status) {
    sighting.answered(status);
    follower.accept(sighting.snapshot());
  }

  void add(Sighting sighting) {
    ring.set(slot(arrived.getAndIncrement()), sighting);
  }

  /** Requests since {@link #forget}, those that were too many to keep included. */
  public long count() {
    return arrived.get() - forgottenBefore;
  }

  /**
   * The kept requests since {@link #forget}, in the order of arrival.
   *
   * <p>A client may have its answer an instant before the request's end is taken down, so requests
   * under way get 50 ms to end.
   */
  public List<SeenRequest> list() {
    var sightings = sightings();
    long deadline = System.nanoTime() + END_OF_REQUEST.toNanos();
    while (!sightings.stream().allMatch(Sighting::isAnswered) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(100_000);
    }
    return sightings.stream().map(Sighting::snapshot).toList();
  }

  private List<Sighting> sightings() {
    long end = arrived.get();
    long start = Math.max(forgottenBefore, end - ring.length());
    return LongStream.range(start, end)
        .mapToObj(position -> ring.get(slot(position)))
        .filter(Objects::nonNull)
        .toList();
  }

  public void forget() {
    forgottenBefore = arrived.get();
  }

  private int slot(long position) {
    return (int) (position % ring.length());
  }
}
