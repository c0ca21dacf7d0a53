package dev.apiauth.sidecar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Check F24: standard output is a pipe that nobody reads. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ABlockedReaderStopsNoDecision {

  @Test
  void linesAreWrittenInTheirOrder() {
    List<String> written = Collections.synchronizedList(new ArrayList<>());
    try (var log = new QueuedAuditLog(1000, written::add, () -> {})) {
      IntStream.range(0, 500).forEach(n -> log.record(Lines.saying("n" + n)));
    }

    assertThat(written.stream().map(json -> Lines.member(json, "path")))
        .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(n -> "n" + n).toList());
  }

  @Test
  void whatFindsNoPlaceIsDroppedAndCounted() throws InterruptedException {
    var dropped = new AtomicInteger();
    var read = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    List<String> written = Collections.synchronizedList(new ArrayList<>());
    try (var log =
        new QueuedAuditLog(
            10, line -> block(begun, read, written, line), dropped::incrementAndGet)) {
      log.record(Lines.saying("first"));
      begun.await();
      for (int n = 0; n < 100; n++) log.record(Lines.saying("n" + n));
      assertThat(dropped).hasValue(90);
      read.countDown();
    }

    assertThat(written).hasSize(11);
  }

  @Test
  void afterTheEndNothingIsAccepted() {
    var dropped = new AtomicInteger();
    var log = new QueuedAuditLog(10, line -> {}, dropped::incrementAndGet);
    log.close();

    log.record(Lines.saying("late"));

    assertThat(dropped).hasValue(1);
  }

  @Test
  void aProcessWhosePipeIsStuckGoesOnAndEnds() throws Exception {
    var process = start(Flood.class);

    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();

    String report = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    var lines = report.lines().toList();
    assertThat(lines.getLast()).startsWith("slowest ");
    assertThat(Long.parseLong(value(lines.getLast(), "slowest"))).isLessThan(1_000);
    assertThat(Long.parseLong(value(lines.getLast(), "audit"))).isPositive();
    assertThat(Long.parseLong(value(lines.getLast(), "log"))).isPositive();
  }

  private static String value(String line, String name) {
    List<String> words = List.of(line.split(" ", -1));
    return words.get(words.indexOf(name) + 1);
  }

  private static void block(
      CountDownLatch begun, CountDownLatch read, List<String> written, String line) {
    begun.countDown();
    try {
      read.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    written.add(line);
  }

  /** Its output is a pipe that is never read. */
  private static Process start(Class<?> main) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    return new ProcessBuilder(java, "-Xmx128m", "-cp", classPath, main.getName()).start();
  }

  /** Writes far more than a pipe holds, then says how long the slowest call took. */
  static final class Flood {

    private static final int LINES = 50_000;

    public static void main(String[] arguments) {
      var dropped = new AtomicInteger();
      var log = QueuedAuditLog.toStandardOutput(dropped::incrementAndGet);
      var logger = LoggerFactory.getLogger("dev.apiauth.test");
      long slowest = 0;
      for (int n = 0; n < LINES; n++) {
        long start = System.nanoTime();
        log.record(Lines.saying("/rest/api/2/issue/" + n));
        logger.warn("warning {}", n);
        slowest = Math.max(slowest, System.nanoTime() - start);
      }
      System.err.printf(
          "slowest %d ms, audit %d dropped, log %d dropped%n",
          Duration.ofNanos(slowest).toMillis(), dropped.get(), NonBlockingAppender.droppedByAll());
      System.err.flush();
      Runtime.getRuntime().halt(0);
    }
  }
}
