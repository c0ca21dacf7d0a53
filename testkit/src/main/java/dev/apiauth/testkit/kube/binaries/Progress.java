package dev.apiauth.testkit.kube.binaries;

/** Hears what is being done while it takes its time. */
@FunctionalInterface
public interface Progress {

  /** A step begins, goes on or has ended. */
  void says(String sentence);

  /** A line per step on standard error, with the seconds since now. */
  static Progress onStandardError() {
    long start = System.nanoTime();
    return sentence ->
        System.err.printf("[%4d s] %s%n", (System.nanoTime() - start) / 1_000_000_000, sentence);
  }
}
