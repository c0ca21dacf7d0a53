package dev.apiauth.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used so far, as Linux tells it in {@code /proc} (proc_pid_stat(5),
 * proc_pid_status(5)).
 *
 * @param pid the process
 */
public record ProcessFigures(long pid) {

  /** {@code USER_HZ}: in hundredths of a second, whatever the kernel counts in itself. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int UTIME = 11;
  private static final int STIME = 12;

  /** Time on processors, user's and kernel's, of all its threads. */
  public Duration cpuTime() {
    return cpuTimeIn(read("stat"));
  }

  /** Memory that is in RAM, in KiB. */
  public long residentKib() {
    return residentKibIn(read("status"));
  }

  /** The fields count from behind the command's name, which may hold spaces and parentheses. */
  static Duration cpuTimeIn(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }

  static long residentKibIn(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.substring(6).strip().split(" ", -1)[0])
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no VmRSS: " + status));
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
