package dev.apiauth.testkit.product.record;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;

/**
 * The latest requests, a bounded number of them, taken down without a lock.
 *
 * <p>Not guaranteed: that a list taken while requests arrive is complete in its last entries.
 */
public final class RequestRecord {

  private final AtomicReferenceArray<Sighting> ring;
  private final AtomicLong arrived = new AtomicLong();
  private volatile long forgottenBefore;

  /**
   * @param capacity number of requests kept; the oldest make room
   */
  public RequestRecord(int capacity) {
    ring = new AtomicReferenceArray<>(capacity);
  }

  void add(Sighting sighting) {
    ring.set(slot(arrived.getAndIncrement()), sighting);
  }

  /** Requests since {@link #forget}, those that were too many to keep included. */
  public long count() {
    return arrived.get() - forgottenBefore;
  }

  /** The kept requests since {@link #forget}, in the order of arrival. */
  public List<SeenRequest> list() {
    long end = arrived.get();
    long start = Math.max(forgottenBefore, end - ring.length());
    return LongStream.range(start, end)
        .mapToObj(position -> ring.get(slot(position)))
        .filter(Objects::nonNull)
        .map(Sighting::snapshot)
        .toList();
  }

  public void forget() {
    forgottenBefore = arrived.get();
  }

  private int slot(long position) {
    return (int) (position % ring.length());
  }
}
