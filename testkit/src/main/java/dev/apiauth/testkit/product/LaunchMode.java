package dev.apiauth.testkit.product;

/** What a simulated product is started for. */
sealed interface LaunchMode {

  /**
   * Tests: every request is taken down, the connector is the product's.
   *
   * @param capacity requests kept; the oldest make room
   */
  record Recording(int capacity) implements LaunchMode {}

  /** Nothing is taken down, connections live for ever. */
  record Benchmark() implements LaunchMode {}
}
