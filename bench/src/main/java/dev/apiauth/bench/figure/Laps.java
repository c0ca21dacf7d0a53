package dev.apiauth.bench.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** How long the parts of one run took, in the order in which they came. */
public final class Laps {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final String TOTAL = "together";

  private final Map<String, Double> millis = new LinkedHashMap<>();

  /** Does a part, and keeps how long it took. */
  public <T> T time(String part, Supplier<T> work) {
    long began = System.nanoTime();
    T done = work.get();
    millis.put(part, (System.nanoTime() - began) / NANOS_PER_MILLI);
    return done;
  }

  /** The parts and their sum, in milliseconds. */
  public Map<String, Double> millis() {
    var all = new LinkedHashMap<>(millis);
    all.put(TOTAL, millis.values().stream().mapToDouble(Double::doubleValue).sum());
    return Collections.unmodifiableMap(all);
  }

  /** A line for each part: the first run, in which Java still compiles, and the others' median. */
  public static String table(List<Laps> runs) {
    var table =
        new StringBuilder(
            "| | first, ms | median of the others, ms |%n|---|---|---|%n".formatted());
    runs.getFirst()
        .millis()
        .forEach(
            (part, first) ->
                table.append(
                    String.format(
                        Locale.ROOT, "| %s | %.0f | %.0f |%n", part, first, median(runs, part))));
    return table.toString();
  }

  /** The median of all runs but the first, in milliseconds; NaN where there is no other. */
  public static double median(List<Laps> runs, String part) {
    double[] sorted =
        runs.stream()
            .skip(1)
            .mapToDouble(run -> Objects.requireNonNull(run.millis().get(part), part))
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
