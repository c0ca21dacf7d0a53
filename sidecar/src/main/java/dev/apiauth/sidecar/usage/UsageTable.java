package dev.apiauth.sidecar.usage;

import dev.apiauth.policy.document.UsageReport.UsageRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts requests that are alike, in a bounded number of rows. When all rows are taken, the least
 * frequent one gives way, so that a flood of odd names pushes out what was seen once, and not what
 * is seen every day. Thread-safe.
 */
final class UsageTable {

  private static final Comparator<Tally> LEAST =
      Comparator.comparingLong(Tally::count).thenComparing(Tally::last);

  private record Tally(Sighting what, long count, Instant first, Instant last) {

    Tally again(Instant now) {
      return new Tally(what, count + 1, first, now);
    }

    UsageRow row() {
      return what.row(count, first, last);
    }
  }

  private final int mostRows;
  private final Map<Sighting, Tally> rows = new HashMap<>();
  private long unlisted;

  UsageTable(int mostRows) {
    this.mostRows = mostRows;
  }

  synchronized void count(Sighting what, Instant now) {
    Tally known = rows.get(what);
    if (known == null && rows.size() == mostRows) giveWay();
    rows.put(what, known == null ? new Tally(what, 1, now, now) : known.again(now));
  }

  private void giveWay() {
    rows.values().stream()
        .min(LEAST)
        .ifPresent(
            least -> {
              unlisted += least.count();
              rows.remove(least.what());
            });
  }

  /** The rows, the most frequent first. */
  synchronized List<UsageRow> rows() {
    return rows.values().stream().sorted(LEAST.reversed()).map(Tally::row).toList();
  }

  /** How many requests are in no row any more. */
  synchronized long unlisted() {
    return unlisted;
  }
}
